import { now } from '#platform/clock.ts'
import { downloadText } from '#platform/download.ts'
import { exportProgress } from '#store/transfer.ts'
import { dayOf } from './moments.ts'

export function saveBackup(): void {
  downloadText(`docker-mastery-progress-${dayOf(now())}.json`, exportProgress(), 'application/json')
}
