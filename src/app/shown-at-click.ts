import { useCallback, useEffect } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { painted } from '#ui/painted.ts'
import { pageAskedFor } from './layout/page-links.ts'

/**
 * Lets a click show a page that is rendered behind this one in the same frame. The router, whose steps take several,
 * follows with address, title and focus; until it is there, the two elements (found by their `data-address`) are as
 * React will then leave them. docs/decisions/0019-the-next-lesson-behind-this-one.md
 */
export function useShownAtClick(): void {
  const navigate = useNavigate()
  const leaveAt = useScrollWhereLeft()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const asked = pageAskedFor(event)?.address
      const pages = [...document.querySelectorAll<HTMLElement>('[data-address]')]
      const front = pages.find(({ style }) => style.display === '')
      const behind = pages.find((page) => page !== front && page.dataset.address === asked)
      if (asked === undefined || !front || !behind) return
      event.preventDefault()
      const top = window.scrollY
      leaveAt(top)
      swap(front, behind, 0)
      void painted().then(async () => {
        await navigate(asked)
        // Something else was asked for meanwhile.
        if (!location.pathname.endsWith(asked)) swap(behind, front, top)
      })
    }
    document.addEventListener('click', follow, { capture: true })
    return () => document.removeEventListener('click', follow, { capture: true })
  }, [navigate, leaveAt])
}

/** As React hides and shows what an Activity holds. */
function swap(shown: HTMLElement, hidden: HTMLElement, top: number): void {
  shown.style.setProperty('display', 'none', 'important')
  hidden.style.display = ''
  window.scrollTo(0, top)
}

/** Where pages were left that way, by the key of their place in the history: the router looks when it is too late. */
const leftAt = new Map<string, number>()

function useScrollWhereLeft(): (top: number) => void {
  const { key } = useLocation()
  const isBack = useNavigationType() === 'POP'
  useEffect(() => {
    const top = leftAt.get(key)
    if (isBack && top !== undefined) window.scrollTo(0, top)
  }, [key, isBack])
  return useCallback((top) => leftAt.set(key, top), [key])
}
