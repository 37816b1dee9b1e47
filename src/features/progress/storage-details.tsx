import { pluralize } from '#domain/pluralize.ts'
import { serializeProgress } from '#domain/progress/parse.ts'
import { useProgress } from '#store/progress.ts'
import { progressKey } from '#store/quarantine.ts'
import { useStorageStatus } from '#store/save-status.ts'
import { QuarantinedTexts } from './quarantined-texts.tsx'
import { saveStatusMessage } from './save-status-messages.ts'
import { StoragePersistence } from './storage-persistence.tsx'

/** Where progress is stored, its size, and the save status. */
export function StorageDetails() {
  const { saveStatus, quarantined } = useStorageStatus()
  if (saveStatus.kind === 'unknown') {
    return (
      <p className="max-w-measure">Your progress is saved in your browser; without JavaScript, nothing is.</p>
    )
  }
  const { title, text } = saveStatusMessage(saveStatus)
  return (
    <>
      <p className="max-w-measure" role="status">
        <strong>{title}</strong> {text}
      </p>
      <dl className="mt-4 grid max-w-measure gap-x-6 gap-y-1 sm:grid-cols-[8rem_1fr]">
        <dt className="text-ink-soft">Where</dt>
        <dd>
          {saveStatus.kind === 'saved' ? (
            <>
              In the local storage of this browser, under <code>{progressKey}</code>.
            </>
          ) : (
            'What is new is in the memory of this tab only.'
          )}{' '}
          Nothing is sent anywhere.
        </dd>
        <dt className="text-ink-soft">How much</dt>
        <dd>
          <StorageSize />
        </dd>
      </dl>
      {saveStatus.kind === 'saved' && <StoragePersistence />}
      <QuarantinedTexts key={quarantined.length} />
    </>
  )
}

function StorageSize() {
  const progress = useProgress((state) => state)
  const kilobytes = serializeProgress(progress).length / 1000
  return <>{`${kilobytes.toFixed(1)} KB, ${pluralize(progress.answers.length, 'answer')}`}</>
}
