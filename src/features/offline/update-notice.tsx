import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { isBuildOutdated, onBuildOutdated } from '#platform/offline/outdated-build.ts'
import { Button } from '#ui/button.tsx'

/** Says when the server has a newer version of the course; nothing changes under a reader's hands. */
export function UpdateNotice() {
  useStoreVisitedPages()
  const hasChanged = useSyncExternalStore(onBuildOutdated, isBuildOutdated, () => false)
  return (
    <div role="status" className="no-print">
      {hasChanged && (
        <p className="mx-auto flex max-w-page flex-wrap items-center gap-4 px-4 py-2 text-sm sm:px-8">
          A newer version of the course is ready. Your progress stays.
          <Button onClick={() => location.reload()}>Load it</Button>
        </p>
      )}
    </div>
  )
}

/** Tells what keeps pages for offline use, whose code is fetched when the browser has nothing else to do. */
function useStoreVisitedPages(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    if (!import.meta.env.PROD) return
    const tell = () =>
      import('#platform/offline/offline-copy.ts').then(
        ({ storeVisitedPage: noteVisit }) => noteVisit(pathname.slice(1)),
        // Nobody waits for it, and the next visit tries again.
        () => undefined,
      )
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(tell)
    else setTimeout(tell, 1000)
  }, [pathname])
}
