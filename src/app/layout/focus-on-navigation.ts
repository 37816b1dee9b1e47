import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { elementForHash, focusOn } from '#ui/focus-on.ts'
import { type FocusedElement, toFocusedElement } from './focused-element.ts'

/**
 * Focuses the new page or the target of the fragment, so that screen readers announce it and Tab starts there, as
 * after a full load.
 */
export function useFocusOnNavigation(): void {
  const { pathname, hash, key } = useLocation()
  const type = useNavigationType()
  const seen = useRef({ pathname, hash, key })
  useEffect(() => {
    const before = seen.current
    seen.current = { pathname, hash, key }
    if (before.key === key) return
    // The page only updated its own address, for example with a filter.
    const isOwnUpdate = type === 'REPLACE' && before.pathname === pathname && before.hash === hash
    const target = elementForHash(hash)
    if (target && !isOwnUpdate) focusOn(target)
    else if (before.pathname !== pathname && !hash)
      document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash, key, type])
}

/** Loads the focus restoration code at the first focus; before that, no focus can be lost. */
export function useFocusAfterRemoval(): void {
  useEffect(() => {
    let last: FocusedElement | undefined
    let loading: Promise<void> | undefined
    // The focused element may have been removed before the code has loaded.
    const watch = ({ target }: FocusEvent) => {
      last = toFocusedElement(target)
      loading ??= import('./restore-focus.ts').then(({ restoreLostFocus }) => {
        document.removeEventListener('focusin', watch)
        restoreLostFocus(last)
      })
      // The page works without it; the next focus retries.
      loading.catch(() => {
        loading = undefined
      })
    }
    document.addEventListener('focusin', watch)
    return () => document.removeEventListener('focusin', watch)
  }, [])
}
