/** Access to the browser’s storage that returns values where `localStorage` would throw. */
export type TextStorage = {
  read: (key: string) => { kind: 'text'; text: string } | { kind: 'nothing' } | { kind: 'forbidden' }
  write: (key: string, text: string) => { kind: 'written' } | { kind: 'full' } | { kind: 'forbidden' }
  remove: (key: string) => void
  /** Empty if storage is blocked. */
  keys: () => string[]
  /**
   * Calls back when another tab changed something, or may have while this one was frozen. `written` is what the other
   * tab wrote; reading storage may not show it if this tab writes at the same moment.
   */
  onChange: (listener: (written?: StorageChange) => void) => () => void
}

export type StorageChange = { key: string; text: string }

/** Checks the name, because browsers disagree on the class; the second name is that of Firefox before 2025. */
function isFull(error: unknown): boolean {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED'
}

function subscribe(listener: (written?: StorageChange) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) =>
    key === null || newValue === null ? listener() : listener({ key, text: newValue })
  // A page that is restored from the back/forward cache has missed all storage events in the meantime.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) listener()
  }
  window.addEventListener('storage', onStorage)
  window.addEventListener('pageshow', onPageShow)
  return () => {
    window.removeEventListener('storage', onStorage)
    window.removeEventListener('pageshow', onPageShow)
  }
}

/** Reads `localStorage` at each use, because with cookies blocked the access itself throws. */
export function browserStorage(area: () => Storage = () => window.localStorage): TextStorage {
  return {
    read(key) {
      try {
        const text = area().getItem(key)
        return text === null ? { kind: 'nothing' } : { kind: 'text', text }
      } catch {
        return { kind: 'forbidden' }
      }
    },
    write(key, text) {
      try {
        area().setItem(key, text)
        return { kind: 'written' }
      } catch (error) {
        return { kind: isFull(error) ? 'full' : 'forbidden' }
      }
    },
    remove(key) {
      try {
        area().removeItem(key)
      } catch {
        // If storage is blocked, there is nothing to remove.
      }
    },
    keys() {
      try {
        return Object.keys(area())
      } catch {
        return []
      }
    },
    onChange: subscribe,
  }
}
