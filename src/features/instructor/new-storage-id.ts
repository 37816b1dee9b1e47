import { now } from '#platform/clock.ts'

/** Creates an id that is unique across tabs. */
export function newStorageId(): string {
  return `${now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}
