import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { focusOn } from '#ui/focus-on.ts'

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
    const asked = document.getElementById(idIn(hash))
    if (asked && !isNote) focusOn(asked)
    else if (before.pathname !== pathname && !hash)
      document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash, key, type])
}

/** A stranger can put anything behind the #; what is no valid text names nothing on the page. */
function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
