import { KeptImage } from '#features/lab/kept-image.tsx'
import { SettingsPage } from '#features/progress/settings-page.tsx'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'

export function meta() {
  const description = 'Role, theme, and what this browser keeps for you.'
  return pageMeta({ title: 'Settings', description, address: '/settings', isIndexed: false })
}

export default function SettingsRoute() {
  return <SettingsPage progressAddress={paths.progress()} labImage={<KeptImage />} />
}
