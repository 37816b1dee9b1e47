import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { hasCourseChanged } from '#platform/offline/course-changed.ts'

/** Lets the router follow the links that `ui/page-link.tsx` makes, and fetches what a reader is about to ask for. */
export function usePageLinks(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const page = pageAskedFor(event)
      if (!page || hasCourseChanged()) return
      event.preventDefault()
      // As the browser does: the place where the reader is gets no second entry in the history.
      void navigate(page.address, { replace: page.isHere })
    }
    document.addEventListener('click', follow)
    document.addEventListener('pointerover', fetchAhead)
    document.addEventListener('focusin', fetchAhead)
    return () => {
      document.removeEventListener('click', follow)
      document.removeEventListener('pointerover', fetchAhead)
      document.removeEventListener('focusin', fetchAhead)
    }
  }, [navigate])
}

/** The page that a click asks for. What asks for another tab, or was taken care of already, stays as it is. */
export function pageAskedFor(event: MouseEvent): { address: string; isHere: boolean } | undefined {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event
  const link = pageLinkAt(target)
  if (link?.target !== '' || defaultPrevented) return undefined
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return undefined
  const { pathname, search, hash, href } = link
  const base = import.meta.env.BASE_URL
  const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname
  return { address: path + search + hash, isHere: href === location.href }
}

function pageLinkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-page]') : null
}

const fetched = new Set<string>()

/** The file that the router will ask for, when the pointer or the focus comes to a link. */
function fetchAhead({ target }: Event): void {
  const link = pageLinkAt(target)
  if (!link || link.pathname === location.pathname || fetched.has(link.pathname)) return
  fetched.add(link.pathname)
  const { pathname } = link
  const file = pathname === import.meta.env.BASE_URL ? `${pathname}_.data` : `${pathname}.data`
  // Not `<link rel="prefetch">`: Firefox holds it to the policy's `default-src`, which allows nothing.
  fetch(file, { priority: 'low' }).catch(() => undefined)
}
