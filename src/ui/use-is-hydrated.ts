import { useSyncExternalStore } from 'react'

/**
 * False on the server and during hydration, then true. Whatever only the browser knows (a query, a stored value) may be
 * rendered once it is true.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
