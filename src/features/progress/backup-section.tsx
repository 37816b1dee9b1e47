import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { downloadBackup } from './download-backup.ts'
import { ResetButton } from './reset-button.tsx'
import { RestoreBackup } from './restore-backup.tsx'
import { Section } from './section.tsx'

/** Buttons to back up, restore and reset progress. */
export function BackupSection() {
  return (
    <Section title="Back up, restore, start over">
      <div className="max-w-measure divide-y divide-rule border-y border-rule">
        <div className="stack-spacing py-5">
          <h3>Back up</h3>
          <p>
            Your progress is saved only in this browser. A backup is a file that contains all of it: keep it
            safe, or restore it in another browser or on another device.
          </p>
          <Button variant="main" onClick={downloadBackup}>
            <Icon name="download" /> Save a backup
          </Button>
        </div>
        <RestoreBackup />
        <ResetButton />
      </div>
    </Section>
  )
}
