import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { isBuildOutdated, onBuildOutdated } from '#platform/offline/outdated-build.ts'
import { Button } from '#ui/button.tsx'

/** Says when the server has a newer build; the open page does not change by itself. */
export function UpdateNotice() {
  useStoreVisitedPages()
  const hasChanged = useSyncExternalStore(onBuildOutdated, isBuildOutdated, () => false)
  return (
    <div role="status" className="no-print">
      {hasChanged && (
        <p className="mx-auto flex max-w-page flex-wrap items-center gap-4 px-4 py-2 text-sm sm:px-8">
          A newer version of the course is ready. Your progress stays.
          <Button onClick={() => location.reload()}>Reload</Button>
        </p>
      )}
    </div>
  )
}

/** Stores visited pages for offline use; the code for this loads when the browser is idle. */
function useStoreVisitedPages(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    if (!import.meta.env.PROD) return
    const storePage = () =>
      import('#platform/offline/offline-copy.ts').then(
        ({ storeVisitedPage }) => storeVisitedPage(pathname.slice(1)),
        // Not urgent; the next visit retries.
        () => undefined,
      )
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(storePage, { timeout: 10_000 })
    else setTimeout(storePage, 1000)
  }, [pathname])
}
