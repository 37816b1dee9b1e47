import { useEffect, useState, useSyncExternalStore } from 'react'
import type { OfflineCopySize } from '#domain/offline/manifest.ts'
import { isLineSpared } from '#platform/offline/network-idle.ts'
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
  const size = useCourseSize(copyState.amount)
  const isDataSaverOn = useIsHydrated() && isLineSpared()
  useEffect(() => {
    // If the size is unknown, none is shown.
    refreshOfflineCopy().catch(() => undefined)
  }, [])
  const { amount, state } = copyState
  const isComplete = amount !== undefined && amount.pages === amount.allPages
  if (state === 'keeping' && !isComplete)
    return <Progress amount={amount} focusRestoration={focusRestoration} />
  return (
    <div {...focusRestoration}>
      <p role="status" className="max-w-measure">
        {statusText(copyState, isDataSaverOn)}
      </p>
      {state !== 'impossible' && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!isComplete && (
            <Button onClick={startOfflineCopy}>
              Save the whole course for offline use{size !== undefined && ` (${formatBytes(size)})`}
            </Button>
          )}
          {amount && <Button onClick={() => void deleteOfflineCopy()}>Delete the offline copy</Button>}
        </p>
      )}
    </div>
  )
}

function Progress({
  amount,
  focusRestoration,
}: {
  amount: OfflineCopySize | undefined
  focusRestoration: ReturnType<typeof useFocusRestoration>
}) {
  const words = amount ? `${amount.pages} of ${amount.allPages} pages` : 'Starting…'
  return (
    <div className="max-w-measure" {...focusRestoration}>
      <p className="font-semibold" id="keeping-course">
        Saving the whole course
      </p>
      <progress
        className="thin-progress w-full"
        max={amount?.allPages ?? 1}
        value={amount?.pages ?? 0}
        aria-labelledby="keeping-course"
      />
      <p className="caption text-ink-soft">
        {words}. It continues while the site is open, and the next time you open it.
      </p>
      <Button onClick={pauseOfflineCopy}>Cancel</Button>
    </div>
  )
}

function statusText({ wish, amount, state }: OfflineCopyState, isDataSaverOn: boolean): string {
  if (state === 'impossible')
    return 'This browser does not let the site store an offline copy, as is usual in private windows. The course needs the network.'
  if (wish === 'nothing') return 'No pages are stored, and none will be until you ask for it here.'
  if (!amount) return `No pages are stored yet. ${nextStepText(isDataSaverOn)}`
  const size = formatBytes(amount.bytes)
  if (amount.pages === amount.allPages)
    return `The whole course is stored in this browser (${size}). It needs no network.`
  const kept = `This browser stores ${amount.pages} of ${amount.allPages} pages (${size}).`
  if (state === 'failed')
    return `${kept} The next one could not be stored. Check your connection and free space.`
  return `${kept} ${nextStepText(isDataSaverOn)}`
}

function nextStepText(isDataSaverOn: boolean): string {
  return isDataSaverOn
    ? 'Your browser is saving data or the connection is slow, so more pages are stored only when you ask for them.'
    : 'Pages you open are stored, and the others follow one by one while you read.'
}

/** Before anything is stored, the build's `offline.json` has the size. */
function useCourseSize(copySize: OfflineCopySize | undefined): number | undefined {
  const [size, setSize] = useState<number>()
  useEffect(() => {
    if (copySize) return
    fetch(`${import.meta.env.BASE_URL}offline.json`)
      .then(async (response) => response.ok && setSize((await response.json()).bytes))
      // The button then shows no size.
      .catch(() => undefined)
  }, [copySize])
  return copySize?.allBytes ?? size
}
