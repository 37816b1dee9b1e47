import type { Config } from '@react-router/dev/config'
import { pageAddresses } from './scripts/pages.ts'
import { buildFolder, contentRoot, site } from './scripts/site.ts'

export default {
  appDirectory: 'src/app',
  ssr: false,
  buildDirectory: buildFolder,
  basename: site.base,
  prerender: () => pageAddresses(contentRoot),
} satisfies Config
