import { useContext, useMemo } from 'react'
import {
  type DataRouteObject,
  UNSAFE_DataRouterContext as DataRouterContext,
  UNSAFE_FrameworkContext as FrameworkContext,
} from 'react-router'

type RouteFiles = { routes: DataRouteObject[]; filesOf: (routeId: string) => string[] }

/**
 * The site's routes, and which files have the code of one: its modules and everything they import. Without the imports, a
 * browser finds each of them only when the file that imports it has arrived.
 */
export function useRouteFiles(): RouteFiles | undefined {
  const routes = useContext(DataRouterContext)?.router.routes
  const pages = useContext(FrameworkContext)?.manifest.routes
  return useMemo(() => {
    if (!routes || !pages) return undefined
    const filesOf = (routeId: string) => {
      const { module, clientLoaderModule, imports = [] } = pages[routeId] ?? {}
      return [module, clientLoaderModule, ...imports].filter((file) => file !== undefined)
    }
    return { routes, filesOf }
  }, [routes, pages])
}
