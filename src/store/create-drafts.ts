import { type Drafts, mergeDrafts, parseDrafts } from '#domain/quiz/drafts.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import type { TextStorage } from '#platform/storage.ts'

/** A key of their own: a keystroke must not write the whole of progress. */
export const draftsKey = 'docker-mastery.drafts'

/**
 * Answers that are not checked yet, over any storage. What changes is held here and written with `flush`; `schedule`
 * is told that there is something to write.
 */
export function createDrafts(storage: TextStorage, scheduleWrite: () => void) {
  const changed = new Map<string, ItemResponse | undefined>()

  function readStored(): Drafts {
    const found = storage.read(draftsKey)
    return found.kind === 'text' ? parseDrafts(found.text) : []
  }
  function write(drafts: Drafts): boolean {
    if (drafts.length > 0) return storage.write(draftsKey, JSON.stringify(drafts)).kind === 'written'
    storage.remove(draftsKey)
    return true
  }
  function queueChange(key: string, response: ItemResponse | undefined): void {
    // Again at the end: the order is that of the last touch.
    changed.delete(key)
    changed.set(key, response)
    scheduleWrite()
  }

  return {
    get(key: string): ItemResponse | undefined {
      return changed.has(key) ? changed.get(key) : readStored().find(([other]) => other === key)?.[1]
    },
    set: queueChange,
    /** Writes nothing where there was no draft. */
    drop(key: string): void {
      if (changed.has(key) || readStored().some(([other]) => other === key)) queueChange(key, undefined)
    },
    /** Drops all whose key starts like this. */
    dropAll(start: string): void {
      for (const key of [...changed.keys(), ...readStored().map(([key]) => key)]) {
        if (key.startsWith(start)) queueChange(key, undefined)
      }
    },
    /** Gives all whose key starts with `from` a key that starts with `to`. */
    moveAll(from: string, to: string): void {
      for (const [key, response] of mergeDrafts(readStored(), changed)) {
        if (!key.startsWith(from)) continue
        queueChange(key, undefined)
        queueChange(to + key.slice(from.length), response)
      }
    },
    /** Forgets all. The returned function brings them back. */
    clear(): () => void {
      const before = mergeDrafts(readStored(), changed)
      changed.clear()
      storage.remove(draftsKey)
      return () => {
        write(mergeDrafts(before, new Map(readStored())))
      }
    },
    /** Another tab may have written its own drafts meanwhile: only what changed here is changed there. */
    flush(): void {
      if (changed.size === 0) return
      // Where there is no room a draft lives as long as the page, as it would without all this.
      if (write(mergeDrafts(readStored(), changed))) changed.clear()
    },
  }
}
