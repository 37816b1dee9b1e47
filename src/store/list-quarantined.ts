import { browserStorage } from '#platform/storage.ts'
import { quarantineKeys } from './quarantine.ts'

/** Text that could not be read and was set aside, in this visit or an earlier one. */
export type QuarantinedText = { key: string; text: string }

const storage = browserStorage()

/** Reads the storage: in the browser only, and not in every render. */
export function listQuarantined(): QuarantinedText[] {
  return quarantineKeys(storage).flatMap((key) => {
    const found = storage.read(key)
    return found.kind === 'text' ? [{ key, text: found.text }] : []
  })
}

export function deleteQuarantined(key: string): void {
  storage.remove(key)
}
