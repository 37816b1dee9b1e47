import { browserStorage } from '#platform/storage.ts'
import { quarantineKeys } from './quarantine.ts'

/** Quarantined text from this visit or an earlier one. */
export type QuarantinedText = { key: string; text: string }

const storage = browserStorage()

/** Reads storage, so it works only in the browser and should not be called in every render. */
export function listQuarantined(): QuarantinedText[] {
  return quarantineKeys(storage).flatMap((key) => {
    const found = storage.read(key)
    return found.kind === 'text' ? [{ key, text: found.text }] : []
  })
}

export function deleteQuarantined(key: string): void {
  storage.remove(key)
}
