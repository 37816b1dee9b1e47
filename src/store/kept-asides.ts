import { browserStorage } from '#platform/storage.ts'
import { asideKeys } from './asides.ts'

/** Text that could not be read and was set aside, in this visit or an earlier one. */
export type KeptAside = { key: string; text: string }

const storage = browserStorage()

/** Reads the storage: in the browser only, and not in every render. */
export function keptAsides(): KeptAside[] {
  return asideKeys(storage).flatMap((key) => {
    const found = storage.read(key)
    return found.kind === 'text' ? [{ key, text: found.text }] : []
  })
}

export function deleteAside(key: string): void {
  storage.remove(key)
}
