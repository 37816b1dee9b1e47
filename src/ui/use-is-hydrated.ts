import { useSyncExternalStore } from 'react'

/**
 * False on the server and while the browser takes over prerendered HTML, true ever after. What only the
 * browser knows (a query, a stored value) may be shown once it is true.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
