import { useEffect, useState } from 'react'
import { keepForOffline } from '#platform/service-worker.ts'
import { Button } from '#ui/button.tsx'

/** Says when a newer version of the course is ready; nothing changes under a reader's hands. */
export function UpdateNotice() {
  const [switchOver, setSwitchOver] = useState<() => void>()
  useEffect(() => {
    if (!import.meta.env.PROD) return
    return keepForOffline(import.meta.env.BASE_URL, (change) => setSwitchOver(() => change))
  }, [])
  return (
    <div role="status" className="no-print">
      {switchOver && (
        <p className="mx-auto flex max-w-page flex-wrap items-center gap-4 px-4 py-2 text-sm sm:px-8">
          A newer version of the course is ready. Your progress stays.
          <Button onClick={switchOver}>Load it</Button>
        </p>
      )}
    </div>
  )
}
