import { now } from '#platform/clock.ts'
import { downloadText } from '#platform/download.ts'
import { createBackup } from '#store/backup.ts'
import { formatDate } from './format-dates.ts'

export function downloadBackup(): void {
  downloadText(`docker-mastery-progress-${formatDate(now())}.json`, createBackup(), 'application/json')
}
