import { useEffect } from 'react'

/** Makes the browser ask for confirmation before the tab is closed or reloaded, while data exists only in this tab. */
export function useConfirmBeforeUnload(isOnlyHere: boolean): void {
  useEffect(() => {
    if (!isOnlyHere) return
    const handleBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleBeforeUnload)
    return () => window.removeEventListener('beforeunload', handleBeforeUnload)
  }, [isOnlyHere])
}
