import type { Config } from '@react-router/dev/config'
import { pageAddresses } from './scripts/page-addresses.ts'
import { buildFolder, contentRoot, siteConfig } from './scripts/site-config.ts'

/** Listed as routes.ts lists it: the development server refuses a route with a loader above it that is not. */
const developmentOnly = process.env.NODE_ENV === 'development' ? ['/workbench'] : []

export default {
  appDirectory: 'src/app',
  ssr: false,
  buildDirectory: buildFolder,
  basename: siteConfig.base,
  // A page needs all of its route's code at once: parts of it weigh more.
  splitRouteModules: false,
  prerender: () => [...pageAddresses(contentRoot), ...developmentOnly],
} satisfies Config
