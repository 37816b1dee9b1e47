import { useCallback, useEffect, useLayoutEffect } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { painted } from '#ui/painted.ts'
import { pageAskedFor } from './layout/page-links.ts'

/**
 * Lets a click show a page that is rendered behind this one in the same frame. The router, whose steps take several,
 * follows with address, title and focus; until it is there, the two elements (found by their `data-address`) are as
 * React will then leave them. docs/decisions/0019-the-next-lesson-behind-this-one.md
 */
export function useShownAtClick(addressInFront: string): void {
  const navigate = useNavigate()
  const leaveAt = useScrollWhereLeft()
  useLaidOutBehind(addressInFront)
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const asked = pageAskedFor(event)?.address
      const front = pages().find((page) => !page.hasAttribute(isBehind))
      const behind = pages().find((page) => page !== front && page.dataset.address === asked)
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

const isBehind = 'data-behind'

function pages(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-address]')]
}

function swap(shown: HTMLElement, hidden: HTMLElement, top: number): void {
  shown.setAttribute(isBehind, '')
  hidden.removeAttribute(isBehind)
  window.scrollTo(0, top)
}

/**
 * React hides what an Activity holds by `display: none`, and the browser forgets its layout. Hidden our way
 * (styles/lesson.css) a page keeps it, and is laid out when there is time: a click has only to paint it.
 */
function useLaidOutBehind(addressInFront: string): void {
  useLayoutEffect(() => {
    const front = pages().find(({ dataset }) => dataset.address === addressInFront)
    front?.removeAttribute(isBehind)
    let waiting = 0
    const hideOurWay = () => {
      const hidden = pages().filter(({ style }) => style.display === 'none')
      for (const page of hidden) {
        page.style.display = ''
        page.setAttribute(isBehind, '')
      }
      window.cancelIdleCallback?.(waiting)
      waiting = window.requestIdleCallback?.(layOutBehind) ?? 0
    }
    hideOurWay()
    // React tells nobody when it has rendered what is hidden, or hides something.
    const watch = new MutationObserver(hideOurWay)
    const place = front?.parentElement
    if (place) watch.observe(place, { childList: true, subtree: true, attributeFilter: ['style'] })
    return () => {
      watch.disconnect()
      window.cancelIdleCallback?.(waiting)
    }
  }, [addressInFront])
}

/** Asking where its parts are makes the browser lay a page out, though it shows nothing of it. */
function layOutBehind(): void {
  for (const page of pages()) if (page.hasAttribute(isBehind)) page.lastElementChild?.getBoundingClientRect()
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
