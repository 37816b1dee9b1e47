import type { TextStorage } from '#platform/storage.ts'

export type KeptText = { id: string; text: string }
export type NotKept = 'full' | 'forbidden'

/**
 * Texts under one prefix, a key for each, so that two tabs which add or delete never overwrite each other's. Together
 * they take at most `maxLength` characters: the learner's own progress lies in the same storage.
 */
export type KeptTexts = {
  all: () => KeptText[]
  read: (id: string) => string | undefined
  /** Writes what there is room for, and says of the rest why not. */
  write: (texts: readonly KeptText[]) => Map<string, NotKept>
  remove: (id: string) => void
  onChange: (listener: () => void) => () => void
}

export function keptTexts(storage: TextStorage, prefix: string, maxLength: number): KeptTexts {
  const ids = () =>
    storage
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))

  function read(id: string): string | undefined {
    const found = storage.read(prefix + id)
    return found.kind === 'text' ? found.text : undefined
  }

  function all(): KeptText[] {
    return ids().flatMap((id) => {
      const text = read(id)
      return text === undefined ? [] : [{ id, text }]
    })
  }

  function write(texts: readonly KeptText[]): Map<string, NotKept> {
    const lengths = new Map(all().map(({ id, text }) => [id, text.length]))
    let used = [...lengths.values()].reduce((sum, length) => sum + length, 0)
    const notKept = new Map<string, NotKept>()
    for (const { id, text } of texts) {
      const after = used - (lengths.get(id) ?? 0) + text.length
      const { kind } = after > maxLength ? { kind: 'full' as const } : storage.write(prefix + id, text)
      if (kind === 'written') used = after
      else notKept.set(id, kind)
    }
    return notKept
  }

  return { all, read, write, remove: (id) => storage.remove(prefix + id), onChange: storage.onChange }
}
