import { useEffect } from 'react'
import { matchRoutes, useNavigate } from 'react-router'
import { dataFileOf } from '#domain/paths.ts'
import { isBuildOutdated } from '#platform/offline/outdated-build.ts'
import { prefetchPage } from './prefetch-page.ts'
import { useRouteFiles } from './route-files.ts'

/** Lets the router follow the links of `ui/page-link.tsx`, and prefetches pages when their links are hovered or focused. */
export function useLinkNavigation(): void {
  const navigate = useNavigate()
  const site = useRouteFiles()
  useEffect(() => {
    const handleClick = (event: MouseEvent) => {
      const page = navigationTarget(event)
      if (!page || isBuildOutdated()) return
      event.preventDefault()
      // Like browsers, adds no history entry for a link to the current address.
      void navigate(page.address, { replace: page.isCurrentPage })
    }
    const prefetch = (event: PointerEvent | FocusEvent) => {
      if (import.meta.env.OMITTED_OPTIMIZATION === 'prefetch') return
      // A finger that scrolls touches many links.
      if ('pointerType' in event && event.pointerType === 'touch') return
      const path = closestPageLink(event.target)?.pathname
      if (!site || path === undefined || path === location.pathname) return
      const base = import.meta.env.BASE_URL
      prefetchPage(dataFileOf(path), () => {
        const page = matchRoutes(site.routes, path, base)?.at(-1)
        return page ? site.filesOf(page.route.id) : []
      })
    }
    document.addEventListener('click', handleClick)
    document.addEventListener('pointerover', prefetch)
    document.addEventListener('focusin', prefetch)
    return () => {
      document.removeEventListener('click', handleClick)
      document.removeEventListener('pointerover', prefetch)
      document.removeEventListener('focusin', prefetch)
    }
  }, [navigate, site])
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
