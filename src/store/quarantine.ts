import type { TextStorage } from '#platform/storage.ts'

/** Where the one document lies. The script in the page's head reads role and theme from here as well. */
export const progressKey = 'docker-mastery.progress'

const quarantinePrefix = `${progressKey}.aside.`

/** Keys of everything that was ever set aside and not deleted since, oldest first. */
export function quarantineKeys(storage: TextStorage): string[] {
  const quarantineNumber = (key: string) => Number(key.slice(quarantinePrefix.length))
  return storage
    .keys()
    .filter((key) => key.startsWith(quarantinePrefix))
    .sort((a, b) => quarantineNumber(a) - quarantineNumber(b))
}

/**
 * Moves the stored text to a key of its own: a copy first, and only then is the place free. Returns the key,
 * or nothing when there was no room for the copy; then all stays as it was.
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
