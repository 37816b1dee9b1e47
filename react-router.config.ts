import type { Config } from '@react-router/dev/config'
import { pageAddresses } from './scripts/pages.ts'
import { site } from './scripts/site.ts'

export default {
  appDirectory: 'src/app',
  ssr: false,
  basename: site.base,
  prerender: () => pageAddresses(process.cwd()),
} satisfies Config
