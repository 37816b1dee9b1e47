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

/** How much of the course this browser keeps, a way to keep all of it, and one to be rid of it. */
export function OfflineCopy() {
  const keeping = useSyncExternalStore(onOfflineCopyChange, readOfflineCopy, () => unknownOfflineCopy)
  const keptFocus = useFocusRestoration()
  const size = useCourseSize(keeping.amount)
  const isDataSaverOn = useIsHydrated() && isLineSpared()
  useEffect(() => {
    // Where it cannot be told, nothing is said of an amount.
    refreshOfflineCopy().catch(() => undefined)
  }, [])
  const { amount, state } = keeping
  const isWhole = amount !== undefined && amount.pages === amount.allPages
  if (state === 'keeping' && !isWhole) return <Progress amount={amount} keptFocus={keptFocus} />
  return (
    <div {...keptFocus}>
      <p role="status" className="max-w-measure">
        {statusText(keeping, isDataSaverOn)}
      </p>
      {state !== 'impossible' && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!isWhole && (
            <Button onClick={startOfflineCopy}>
              Keep the whole course offline{size !== undefined && ` (${formatBytes(size)})`}
            </Button>
          )}
          {amount && <Button onClick={() => void deleteOfflineCopy()}>Delete what is kept</Button>}
        </p>
      )}
    </div>
  )
}

function Progress({
  amount,
  keptFocus,
}: {
  amount: OfflineCopySize | undefined
  keptFocus: ReturnType<typeof useFocusRestoration>
}) {
  const words = amount ? `${amount.pages} of ${amount.allPages} pages` : 'Starting …'
  return (
    <div className="max-w-measure" {...keptFocus}>
      <p className="font-semibold" id="keeping-course">
        Keeping the whole course
      </p>
      <progress
        className="thin-progress w-full"
        max={amount?.allPages ?? 1}
        value={amount?.pages ?? 0}
        aria-labelledby="keeping-course"
      />
      <p className="caption text-ink-soft">
        {words}. It goes on while the site is open, and the next time you open it.
      </p>
      <Button onClick={pauseOfflineCopy}>Cancel</Button>
    </div>
  )
}

function statusText({ wish, amount, state }: OfflineCopyState, isDataSaverOn: boolean): string {
  if (state === 'impossible')
    return 'This browser does not let the site keep itself, as is usual in private windows. It needs the network.'
  if (wish === 'nothing') return 'Nothing is kept, and nothing will be until you ask for it here.'
  if (!amount) return `Nothing is kept yet. ${nextStepText(isDataSaverOn)}`
  const size = formatBytes(amount.bytes)
  if (amount.pages === amount.allPages)
    return `The whole course is kept in this browser (${size}). It needs no network.`
  const kept = `This browser keeps ${amount.pages} of ${amount.allPages} pages (${size}).`
  if (state === 'failed')
    return `${kept} The next one could not be kept. Check the connection and the storage.`
  return `${kept} ${nextStepText(isDataSaverOn)}`
}

function nextStepText(isDataSaverOn: boolean): string {
  return isDataSaverOn
    ? 'Your browser saves data or the connection is slow, so more is kept only when you ask for it.'
    : 'Pages you open are kept, and the others follow one by one while you read.'
}

/** Before anything is kept, the build's own note tells the size. */
function useCourseSize(copySize: OfflineCopySize | undefined): number | undefined {
  const [size, setSize] = useState<number>()
  useEffect(() => {
    if (copySize) return
    fetch(`${import.meta.env.BASE_URL}offline.json`)
      .then(async (response) => response.ok && setSize((await response.json()).bytes))
      // The button then names no size.
      .catch(() => undefined)
  }, [copySize])
  return copySize?.allBytes ?? size
}
