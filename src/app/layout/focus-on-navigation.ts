import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { focusOn, placeAt } from '#ui/focus-on.ts'
import { type Focused, focusedAt } from './focused.ts'

/** A screen reader hears the new page or the place asked for, and Tab starts there, as after a full load. */
export function useFocusOnNavigation(): void {
  const { pathname, hash, key } = useLocation()
  const type = useNavigationType()
  const seen = useRef({ pathname, hash, key })
  useEffect(() => {
    const before = seen.current
    seen.current = { pathname, hash, key }
    if (before.key === key) return
    // What a page notes in its own address while it is used, such as a filter.
    const isNote = type === 'REPLACE' && before.pathname === pathname && before.hash === hash
    const asked = placeAt(hash)
    if (asked && !isNote) focusOn(asked)
    else if (before.pathname !== pathname && !hash)
      document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash, key, type])
}

/** Fetched at the first use of the keyboard or a press: nobody has lost the focus before. */
export function useFocusHeir(): void {
  useEffect(() => {
    let last: Focused | undefined
    let fetched: Promise<void> | undefined
    // What is focused meanwhile may be gone again before the code is here.
    const watch = ({ target }: FocusEvent) => {
      last = focusedAt(target)
      fetched ??= import('./focus-heir.ts').then(({ watchFocus }) => {
        document.removeEventListener('focusin', watch)
        watchFocus(last)
      })
      // Without it the page works as any other; the next focus tries again.
      fetched.catch(() => {
        fetched = undefined
      })
    }
    document.addEventListener('focusin', watch)
    return () => document.removeEventListener('focusin', watch)
  }, [])
}
