import { useEffect } from 'react'

/** While something exists only in this tab, the browser asks before the tab is closed or reloaded. */
export function useConfirmBeforeUnload(isOnlyHere: boolean): void {
  useEffect(() => {
    if (!isOnlyHere) return
    const handleBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleBeforeUnload)
    return () => window.removeEventListener('beforeunload', handleBeforeUnload)
  }, [isOnlyHere])
}
