import type { Config } from '@react-router/dev/config'
import { pageAddresses } from './scripts/page-addresses.ts'
import { buildFolder, contentRoot, siteConfig } from './scripts/site-config.ts'

/** As in routes.ts: in development, the server rejects a route below a loader unless it is listed here. */
const developmentOnly = process.env.NODE_ENV === 'development' ? ['/workbench'] : []

export default {
  appDirectory: 'src/app',
  ssr: false,
  buildDirectory: buildFolder,
  basename: siteConfig.base,
  // A page needs all of its route’s code at once, and several chunks would be larger than one.
  splitRouteModules: false,
  prerender: () => [...pageAddresses(contentRoot), ...developmentOnly],
} satisfies Config
