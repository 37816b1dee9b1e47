import { useEffect, useState, useSyncExternalStore } from 'react'
import type { OfflineCopySize } from '#domain/offline/manifest.ts'
import { shouldSaveData } from '#platform/offline/network-idle.ts'
import {
  deleteOfflineCopy,
  type OfflineCopyState,
  onOfflineCopyChange,
  pauseOfflineCopy,
  readOfflineCopy,
  refreshOfflineCopy,
  startOfflineCopy,
  unknownOfflineCopy,
} from '#platform/offline/offline-copy.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'

/** How much of the course is stored for offline use, and buttons to store all of it or delete it. */
export function OfflineCopy() {
  const copyState = useSyncExternalStore(onOfflineCopyChange, readOfflineCopy, () => unknownOfflineCopy)
  const focusRestoration = useFocusRestoration()
  const courseBytes = useCourseSize(copyState.copySize)
  const isDataSaverOn = useIsHydrated() && shouldSaveData()
  useEffect(() => {
    // If the size is unknown, none is shown.
    refreshOfflineCopy().catch(() => undefined)
  }, [])
  const { copySize, state } = copyState
  const isComplete = copySize !== undefined && copySize.pages === copySize.allPages
  if (state === 'storing' && !isComplete)
    return <Progress copySize={copySize} focusRestoration={focusRestoration} />
  return (
    <div {...focusRestoration}>
      <p role="status" className="max-w-measure">
        {statusText(copyState, isDataSaverOn)}
      </p>
      {state !== 'unavailable' && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!isComplete && (
            <Button onClick={startOfflineCopy}>
              Save the whole course for offline use
              {courseBytes !== undefined && ` (${formatBytes(courseBytes)})`}
            </Button>
          )}
          {copySize && <Button onClick={() => void deleteOfflineCopy()}>Delete the offline copy</Button>}
        </p>
      )}
    </div>
  )
}

function Progress({
  copySize,
  focusRestoration,
}: {
  copySize: OfflineCopySize | undefined
  focusRestoration: ReturnType<typeof useFocusRestoration>
}) {
  const words = copySize ? `${copySize.pages} of ${copySize.allPages} pages` : 'Starting…'
  return (
    <div className="max-w-measure" {...focusRestoration}>
      <p className="font-semibold" id="keeping-course">
        Saving the whole course
      </p>
      <progress
        className="thin-progress w-full"
        max={copySize?.allPages ?? 1}
        value={copySize?.pages ?? 0}
        aria-labelledby="keeping-course"
      />
      <p className="caption text-ink-soft">
        {words}. It continues while the site is open, and the next time you open it.
      </p>
      <Button onClick={pauseOfflineCopy}>Cancel</Button>
    </div>
  )
}

function statusText({ mode, copySize, state }: OfflineCopyState, isDataSaverOn: boolean): string {
  if (state === 'unavailable')
    return 'This browser does not let the site store an offline copy, as is usual in private windows. The course needs the network.'
  if (mode === 'nothing') return 'No pages are stored, and none will be until you ask for it here.'
  if (!copySize) return `No pages are stored yet. ${nextStepText(isDataSaverOn)}`
  const size = formatBytes(copySize.bytes)
  if (copySize.pages === copySize.allPages)
    return `The whole course is stored in this browser (${size}). It needs no network.`
  const stored = `This browser stores ${copySize.pages} of ${copySize.allPages} pages (${size}).`
  if (state === 'failed')
    return `${stored} The next one could not be stored. Check your connection and free space.`
  return `${stored} ${nextStepText(isDataSaverOn)}`
}

function nextStepText(isDataSaverOn: boolean): string {
  return isDataSaverOn
    ? 'Your browser is saving data or the connection is slow, so more pages are stored only when you ask for them.'
    : 'Pages you open are stored, and the others follow one by one while you read.'
}

/** Before anything is stored, the build's `offline.json` has the size. */
function useCourseSize(copySize: OfflineCopySize | undefined): number | undefined {
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    if (copySize) return
    fetch(`${import.meta.env.BASE_URL}offline.json`)
      .then(async (response) => response.ok && setBytes((await response.json()).bytes))
      // The button then shows no size.
      .catch(() => undefined)
  }, [copySize])
  return copySize?.allBytes ?? bytes
}
