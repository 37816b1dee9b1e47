import { lazy, Suspense, useState } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { dismissQuarantineNotice, type SaveStatus, useStorageStatus } from '#store/save-status.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'

const part = 'storage notice'
/** Rarely needed, so it loads on demand; a short message is shown until then. */
const Notice = lazy(() => loadWithRetry(part, () => import('./storage-notice.tsx')))

/**
 * Says on every page when progress is not saved, or when saved progress could not be read. The live region is always
 * present, so that screen readers announce what appears in it.
 */
export function StorageBanner() {
  const { saveStatus: progressStatus, draftsStatus, quarantined } = useStorageStatus()
  const saveStatus = progressStatus.kind === 'saved' && draftsStatus ? draftsStatus : progressStatus
  const loadFailure = useLoadFailure(part)
  const focusAfter = useFocusAfterCommit()
  const [hidden, setHidden] = useState<SaveStatus['kind']>()
  const isFine = saveStatus.kind === 'unknown' || saveStatus.kind === 'saved' || saveStatus.kind === hidden
  return (
    <>
      <LoadFailureNotice partName="The notice about your storage" loadFailure={loadFailure} />
      <div role="status" className="no-print">
        {(!isFine || quarantined.length > 0) && (
          <Suspense fallback={loadFailure && <ShortNotice />}>
            <Notice
              saveStatus={isFine ? undefined : saveStatus}
              isQuarantined={quarantined.length > 0}
              onHide={() => {
                setHidden(saveStatus.kind)
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
  return <p className="px-4 py-3 text-sm">Your progress is not being saved as it should be. See Settings.</p>
}
