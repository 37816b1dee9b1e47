import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isBuildOutdated } from '#platform/offline/outdated-build.ts'

/** Lets the router follow the links of `ui/page-link.tsx`, and prefetches page data on hover and focus. */
export function useLinkNavigation(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const handleClick = (event: MouseEvent) => {
      const page = navigationTarget(event)
      if (!page || isBuildOutdated()) return
      event.preventDefault()
      // Like browsers, adds no history entry for a link to the current address.
      void navigate(page.address, { replace: page.isCurrentPage })
    }
    document.addEventListener('click', handleClick)
    document.addEventListener('pointerover', prefetchPageData)
    document.addEventListener('focusin', prefetchPageData)
    return () => {
      document.removeEventListener('click', handleClick)
      document.removeEventListener('pointerover', prefetchPageData)
      document.removeEventListener('focusin', prefetchPageData)
    }
  }, [navigate])
}

/** The page that a click navigates to; undefined for clicks that open a new tab or are already handled. */
export function navigationTarget(event: MouseEvent): { address: string; isCurrentPage: boolean } | undefined {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event
  const link = closestPageLink(target)
  if (link?.target !== '' || defaultPrevented) return undefined
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return undefined
  const { pathname, search, hash, href } = link
  const base = import.meta.env.BASE_URL
  const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname
  return { address: path + search + hash, isCurrentPage: href === location.href }
}

function closestPageLink(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-internal-link]') : null
}

const prefetchedPaths = new Set<string>()

/** Prefetches the data file that the router will request. */
function prefetchPageData({ target }: Event): void {
  if (import.meta.env.OMITTED_OPTIMIZATION === 'prefetch') return
  const link = closestPageLink(target)
  if (!link || link.pathname === location.pathname || prefetchedPaths.has(link.pathname)) return
  prefetchedPaths.add(link.pathname)
  const { pathname } = link
  const file = pathname === import.meta.env.BASE_URL ? `${pathname}_.data` : `${pathname}.data`
  // Not `<link rel="prefetch">`, because Firefox applies the policy’s `default-src` to it, which allows nothing.
  fetch(file, { priority: 'low' }).catch(() => undefined)
}
