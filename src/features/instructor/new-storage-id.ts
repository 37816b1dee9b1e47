import { now } from '#platform/clock.ts'

/** Names an entry that no other tab names alike. */
export function newStorageId(): string {
  return `${now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}
