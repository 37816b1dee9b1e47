import type { ReactNode } from 'react'
import { paths } from '#domain/paths.ts'
import type { SaveStatus } from '#store/save-status.ts'
import { Button } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { downloadBackup } from './download-backup.ts'
import { saveStatusMessage } from './save-status-messages.ts'

/** Says why progress is not saved (`saveStatus`), and that unreadable progress was quarantined. */
export default function StorageNotice({
  saveStatus,
  isQuarantined,
  onHide,
  onDismiss,
}: {
  saveStatus: SaveStatus | undefined
  isQuarantined: boolean
  onHide: () => void
  onDismiss: () => void
}) {
  return (
    <>
      {saveStatus && <NotSavedNotice saveStatus={saveStatus} onHide={onHide} />}
      {isQuarantined && <QuarantineNotice onDismiss={onDismiss} />}
    </>
  )
}

function NotSavedNotice({ saveStatus, onHide }: { saveStatus: SaveStatus; onHide: () => void }) {
  const { title, text } = saveStatusMessage(saveStatus)
  return (
    <NoticeBar title={title} text={text}>
      {saveStatus.kind === 'newer' && <Button onClick={() => location.reload()}>Reload the page</Button>}
      <Button onClick={downloadBackup}>Save a backup</Button>
      <Button variant="plain" onClick={onHide}>
        Hide
      </Button>
    </NoticeBar>
  )
}

function QuarantineNotice({ onDismiss }: { onDismiss: () => void }) {
  return (
    <NoticeBar
      title="The progress saved in this browser could not be read."
      text="Nothing was deleted: the text that could not be read is kept separately, and your progress starts over from here. If you have a backup, restore it on the Progress page."
    >
      <PageLink to={paths.settings()} className="touch-target inline-flex items-center px-2">
        See the unreadable text
      </PageLink>
      <Button variant="plain" onClick={onDismiss}>
        Hide
      </Button>
    </NoticeBar>
  )
}

function NoticeBar({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="border-b border-caution bg-caution-paper">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 text-sm sm:px-8">
        <p className="max-w-measure grow basis-80">
          <strong>{title}</strong> {text}
        </p>
        <span className="flex flex-wrap gap-2">{children}</span>
      </div>
    </div>
  )
}
