import type { TextStorage } from '#platform/storage.ts'

/** The storage key of progress. The head script reads role and theme from it as well. */
export const progressKey = 'docker-mastery.progress'

const quarantinePrefix = `${progressKey}.aside.`

/** Keys of all quarantined texts, oldest first. */
export function quarantineKeys(storage: TextStorage): string[] {
  const quarantineNumber = (key: string) => Number(key.slice(quarantinePrefix.length))
  return storage
    .keys()
    .filter((key) => key.startsWith(quarantinePrefix))
    .sort((a, b) => quarantineNumber(a) - quarantineNumber(b))
}

/**
 * Moves the stored text to a key of its own, copying before deleting. Returns the key; undefined if there was no room
 * for the copy, and then nothing has changed.
 */
export function quarantine(storage: TextStorage, text: string): string | undefined {
  for (let number = 1; ; number++) {
    const key = `${quarantinePrefix}${number}`
    const found = storage.read(key)
    if (found.kind === 'text' && found.text !== text) continue
    if (found.kind !== 'text' && storage.write(key, text).kind !== 'written') return undefined
    storage.remove(progressKey)
    return key
  }
}
