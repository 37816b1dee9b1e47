import { now } from '#platform/clock.ts'
import { downloadText } from '#platform/download.ts'
import { createBackup } from '#store/transfer.ts'
import { formatDate } from './moments.ts'

export function downloadBackup(): void {
  downloadText(`docker-mastery-progress-${formatDate(now())}.json`, createBackup(), 'application/json')
}
