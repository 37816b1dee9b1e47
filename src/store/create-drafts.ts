import { type Drafts, mergeDrafts, parseDrafts } from '#domain/quiz/drafts.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import type { TextStorage } from '#platform/storage.ts'

/** Separate from progress, so that a keystroke does not rewrite all of it. */
export const draftsKey = 'docker-mastery.drafts'

/**
 * Drafts in any storage. Changes are held in memory and written by `flush`; `scheduleWrite` is called when there is
 * something to write.
 */
export function createDrafts(storage: TextStorage, scheduleWrite: () => void) {
  const changed = new Map<string, ItemResponse | undefined>()

  function readStored(): Drafts {
    const found = storage.read(draftsKey)
    return found.kind === 'text' ? parseDrafts(found.text) : []
  }
  function write(drafts: Drafts): ReturnType<TextStorage['write']> {
    if (drafts.length > 0) return storage.write(draftsKey, JSON.stringify(drafts))
    storage.remove(draftsKey)
    return { kind: 'written' }
  }
  function queueChange(key: string, response: ItemResponse | undefined): void {
    // Moved to the end: drafts are ordered by last change.
    changed.delete(key)
    changed.set(key, response)
    scheduleWrite()
  }

  return {
    get(key: string): ItemResponse | undefined {
      return changed.has(key) ? changed.get(key) : readStored().find(([other]) => other === key)?.[1]
    },
    set: queueChange,
    /** Writes nothing if there was no draft. */
    drop(key: string): void {
      if (changed.has(key) || readStored().some(([other]) => other === key)) queueChange(key, undefined)
    },
    /** Drops all drafts whose key has this prefix. */
    dropAll(start: string): void {
      for (const key of [...changed.keys(), ...readStored().map(([key]) => key)]) {
        if (key.startsWith(start)) queueChange(key, undefined)
      }
    },
    /** Replaces the key prefix `from` with `to`. */
    moveAll(from: string, to: string): void {
      for (const [key, response] of mergeDrafts(readStored(), changed)) {
        if (!key.startsWith(from)) continue
        queueChange(key, undefined)
        queueChange(to + key.slice(from.length), response)
      }
    },
    /** Deletes all drafts. The returned function restores them. */
    clear(): () => void {
      const before = mergeDrafts(readStored(), changed)
      changed.clear()
      storage.remove(draftsKey)
      return () => {
        write(mergeDrafts(before, new Map(readStored())))
      }
    },
    /**
     * Writes only what changed here, because another tab may have written its own drafts. Without room in storage,
     * drafts exist until the page is closed.
     */
    flush(): ReturnType<TextStorage['write']> {
      if (changed.size === 0) return { kind: 'written' }
      const outcome = write(mergeDrafts(readStored(), changed))
      if (outcome.kind === 'written') changed.clear()
      return outcome
    },
  }
}
