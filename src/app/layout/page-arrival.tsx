import { useContext, useEffect } from 'react'
import {
  type DataRouteObject,
  UNSAFE_DataRouterContext as DataRouterContext,
  UNSAFE_FrameworkContext as FrameworkContext,
  useHref,
  useNavigation,
} from 'react-router'
import { patiently, tryAgain, useTrouble } from '#store/arrivals.ts'
import { NotArrived } from '#ui/not-arrived.tsx'
import { pagePart } from './page-part.ts'

/**
 * The router answers code that does not come by loading the present page again, which offline is the end of it. So a
 * page's code is fetched here first, as patiently as its data (page-part.ts): the page that is read stays until all of
 * the next is there.
 */
export function usePatientRouter(): void {
  const routes = useContext(DataRouterContext)?.router.routes
  const pages = useContext(FrameworkContext)?.manifest.routes
  useEffect(() => {
    if (!routes || !pages) return
    const waitForCode = ({ id, lazy, children }: DataRouteObject) => {
      const { module, clientLoaderModule } = pages[id] ?? {}
      const files = [module, clientLoaderModule].filter((file) => file !== undefined)
      const code = () => Promise.all(files.map((file) => import(/* @vite-ignore */ file)))
      const properties: Record<string, unknown> = typeof lazy === 'object' ? lazy : {}
      for (const [name, load] of Object.entries(properties)) {
        if (typeof load === 'function') properties[name] = () => patiently(pagePart, code).then(() => load())
      }
      children?.forEach(waitForCode)
    }
    routes.forEach(waitForCode)
  }, [routes, pages])
}

/** Says over the page that is still read that the next one did not come. */
export function PageNotArrived() {
  const { location: asked } = useNavigation()
  const trouble = useTrouble(pagePart)
  const address = useHref(asked ?? '')
  const isGone = asked !== undefined && trouble?.why === 'gone'
  // What an earlier wish still waits for.
  useEffect(() => {
    if (asked) tryAgain(pagePart)
  }, [asked])
  // The reader wanted to leave this page: a newer build's page is a full load away.
  useEffect(() => {
    if (isGone) loadDocument(address)
  }, [isGone, address])
  return (
    <NotArrived
      what="The page you asked for"
      trouble={asked && !isGone ? trouble : undefined}
      className="sticky bottom-0 z-40"
    />
  )
}

function loadDocument(address: string): void {
  const { href } = new URL(address, location.href)
  // After Back the address is there already, and one with a # would only scroll.
  if (href === location.href) location.reload()
  else location.assign(href)
}
