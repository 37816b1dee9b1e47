import type { Config } from '@react-router/dev/config'
import { site } from './scripts/site.ts'
import { pageAddresses } from './scripts/pages.ts'

export default {
  appDirectory: 'src/app',
  ssr: false,
  basename: site.base,
  prerender: () => pageAddresses(process.cwd()),
} satisfies Config
