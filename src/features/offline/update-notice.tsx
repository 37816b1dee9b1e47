import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { hasCourseChanged, onCourseChanged } from '#platform/offline/course-changed.ts'
import { isLineSpared, untilInUse, untilQuiet } from '#platform/offline/quiet.ts'
import { Button } from '#ui/button.tsx'

/** Says when the server has a newer version of the course; nothing changes under a reader's hands. */
export function UpdateNotice() {
  useKeptWhenVisited()
  const hasChanged = useSyncExternalStore(onCourseChanged, hasCourseChanged, () => false)
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

/** Keeps pages for offline use, and fetches the code for that, only once the page is in use and quiet. */
function useKeptWhenVisited(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    if (!import.meta.env.PROD || isLineSpared()) return
    const keep = async () => {
      await untilInUse()
      await untilQuiet()
      const { noteVisit } = await import('#platform/offline/keeping.ts')
      noteVisit(pathname.slice(1))
    }
    // The next visit tries again; nobody waits for it.
    keep().catch(() => undefined)
  }, [pathname])
}
