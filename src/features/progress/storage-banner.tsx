import { lazy, Suspense, useState } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { dismissQuarantineNotice, type SaveStatus, useStorageStatus } from '#store/save-status.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useFocusAfter } from '#ui/use-focus-after.ts'

const part = 'storage notice'
/** What is rarely said is fetched only then; until it comes the page says the short form. */
const Notice = lazy(() => loadWithRetry(part, () => import('./storage-notice.tsx')))

/**
 * Says on every page when progress is not kept, or when what was kept could not be read. The live region is
 * always there, so that a screen reader hears what appears in it; mostly it is empty.
 */
export function StorageBanner() {
  const { saving, setAside } = useStorageStatus()
  const trouble = useLoadFailure(part)
  const focusAfter = useFocusAfter()
  const [hidden, setHidden] = useState<SaveStatus['kind']>()
  const isFine = saving.kind === 'unknown' || saving.kind === 'saved' || saving.kind === hidden
  return (
    <>
      <LoadFailureNotice partName="What the course says about your storage" loadFailure={trouble} />
      <div role="status" className="no-print">
        {(!isFine || setAside.length > 0) && (
          <Suspense fallback={trouble && <ShortNotice />}>
            <Notice
              saving={isFine ? undefined : saving}
              isQuarantined={setAside.length > 0}
              onHide={() => {
                setHidden(saving.kind)
                focusAfter('main')
              }}
              onDismiss={() => {
                dismissQuarantineNotice()
                focusAfter('main')
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  )
}

function ShortNotice() {
  return <p className="px-4 py-3 text-sm">Progress is not kept as it should be: Settings says more.</p>
}
