import { useEffect } from 'react'
import { type DataRouteObject, useHref, useNavigation } from 'react-router'
import { downloadCode } from '#content/download-code.ts'
import { loadWithRetry, retryLoad, useLoadFailure } from '#store/load-with-retry.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { pageLoadName } from './fetch-page-data.ts'
import { useRouteFiles } from './route-files.ts'

/**
 * If a page’s code fails to load, the router reloads the current page, which ends in an error when offline. So the code
 * is loaded here first, with retries like the data (fetch-page-data.ts): the current page stays until all of the next
 * one has loaded.
 */
export function useRetryingRouter(): void {
  const site = useRouteFiles()
  useEffect(() => {
    if (!site) return
    const retryRouteModule = ({ id, lazy, children }: DataRouteObject) => {
      const code = () => downloadCode(site.filesOf(id))
      const properties: Record<string, unknown> = typeof lazy === 'object' ? lazy : {}
      for (const [name, load] of Object.entries(properties)) {
        if (typeof load === 'function')
          properties[name] = () => loadWithRetry(pageLoadName, code).then(() => load())
      }
      children?.forEach(retryRouteModule)
    }
    site.routes.forEach(retryRouteModule)
  }, [site])
}

/** Shown over the current page if the next one fails to load. */
export function NavigationFailureNotice() {
  const { location: pendingLocation } = useNavigation()
  const loadFailure = useLoadFailure(pageLoadName)
  const address = useHref(pendingLocation ?? '')
  const isOutdatedBuild = pendingLocation !== undefined && loadFailure?.reason === 'outdated-build'
  // Retry loads that failed during an earlier navigation.
  useEffect(() => {
    if (pendingLocation) retryLoad(pageLoadName)
  }, [pendingLocation])
  // The reader wanted to leave this page anyway, so load the newer build's page in full.
  useEffect(() => {
    if (isOutdatedBuild) loadDocument(address)
  }, [isOutdatedBuild, address])
  return (
    <LoadFailureNotice
      partName="The page you asked for"
      loadFailure={pendingLocation && !isOutdatedBuild ? loadFailure : undefined}
      className="sticky bottom-0 z-40"
    />
  )
}

function loadDocument(address: string): void {
  const { href } = new URL(address, location.href)
  // After Back, the address has already changed, and navigating to one with a fragment would only scroll.
  if (href === location.href) location.reload()
  else location.assign(href)
}
