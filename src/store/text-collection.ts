import type { TextStorage } from '#platform/storage.ts'

export type StoredText = { id: string; text: string }
export type StoreFailure = 'full' | 'forbidden'

/**
 * Stored texts with one key each under a common prefix, so that two tabs never overwrite each other's. Together they
 * take at most `maxLength` characters, because progress is in the same storage.
 */
export type TextCollection = {
  all: () => StoredText[]
  read: (id: string) => string | undefined
  /** Writes as many texts as there is room for; returns the reason for each of the rest. */
  write: (texts: readonly StoredText[]) => Map<string, StoreFailure>
  remove: (id: string) => void
  onChange: (listener: () => void) => () => void
}

export function createTextCollection(
  storage: TextStorage,
  prefix: string,
  maxLength: number,
): TextCollection {
  const ids = () =>
    storage
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))

  function read(id: string): string | undefined {
    const found = storage.read(prefix + id)
    return found.kind === 'text' ? found.text : undefined
  }

  function all(): StoredText[] {
    return ids().flatMap((id) => {
      const text = read(id)
      return text === undefined ? [] : [{ id, text }]
    })
  }

  function write(texts: readonly StoredText[]): Map<string, StoreFailure> {
    const lengths = new Map(all().map(({ id, text }) => [id, text.length]))
    let usedLength = [...lengths.values()].reduce((sum, length) => sum + length, 0)
    const storeFailure = new Map<string, StoreFailure>()
    for (const { id, text } of texts) {
      const after = usedLength - (lengths.get(id) ?? 0) + text.length
      const { kind } = after > maxLength ? { kind: 'full' as const } : storage.write(prefix + id, text)
      if (kind === 'written') usedLength = after
      else storeFailure.set(id, kind)
    }
    return storeFailure
  }

  return { all, read, write, remove: (id) => storage.remove(prefix + id), onChange: storage.onChange }
}
