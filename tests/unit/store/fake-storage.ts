import type { StorageChange, TextStorage } from '#platform/storage.ts'

/** A fake storage that can be blocked, or filled up, while it is in use. */
export function createFakeStorage(initial: Record<string, string> = {}) {
  const texts = new Map(Object.entries(initial))
  const listeners = new Set<(written?: StorageChange) => void>()
  const state = { texts, forbidden: false, room: Number.POSITIVE_INFINITY }
  const lengthWithout = (key: string) =>
    [...texts].reduce((sum, [other, text]) => (other === key ? sum : sum + text.length), 0)

  const storage: TextStorage = {
    read(key) {
      if (state.forbidden) return { kind: 'forbidden' }
      const text = texts.get(key)
      return text === undefined ? { kind: 'nothing' } : { kind: 'text', text }
    },
    write(key, text) {
      if (state.forbidden) return { kind: 'forbidden' }
      if (lengthWithout(key) + text.length > state.room) return { kind: 'full' }
      texts.set(key, text)
      return { kind: 'written' }
    },
    remove(key) {
      if (!state.forbidden) texts.delete(key)
    },
    keys: () => (state.forbidden ? [] : [...texts.keys()]),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    storage,
    state,
    /** Reports a write by another tab, as the browser does. */
    notifyChange(written?: StorageChange) {
      for (const listener of listeners) listener(written)
    },
  }
}

/**
 * Tabs that have a process each: every tab reads its own copy of the storage, and learns about another tab's write only
 * when `deliver` is called. Until then it may have overwritten it.
 */
export function createFakeTabs(count: number) {
  const tabs = Array.from({ length: count }, () => ({
    ...createFakeStorage(),
    inbox: [] as [string, string][],
  }))
  return tabs.map((tab) => ({
    ...tab,
    storage: {
      ...tab.storage,
      write(key: string, text: string) {
        const outcome = tab.storage.write(key, text)
        if (outcome.kind !== 'written') return outcome
        for (const other of tabs) if (other !== tab) other.inbox.push([key, text])
        return outcome
      },
    },
    /**
     * Delivers one message from another tab and returns whether there was one. With `isLate`, this tab wrote last, so
     * its own text stays.
     */
    deliver({ isLate = false } = {}): boolean {
      const message = tab.inbox.shift()
      if (!message) return false
      const [key, text] = message
      if (!isLate) tab.state.texts.set(key, text)
      tab.notifyChange({ key, text })
      return true
    },
    /** Returns from the back/forward cache: messages in the meantime are lost, but storage has the latest text. */
    thaw(): void {
      for (const [key, text] of tab.inbox.splice(0)) tab.state.texts.set(key, text)
      tab.notifyChange()
    },
  }))
}
