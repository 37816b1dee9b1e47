import { useEffect } from 'react'

/** While something is in this tab only, the browser asks before the tab is closed or reloaded. */
export function useAskBeforeLeaving(isOnlyHere: boolean): void {
  useEffect(() => {
    if (!isOnlyHere) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOnlyHere])
}
