import { paths } from '#domain/paths.ts'
import { SettingsPage } from '#features/progress/settings-page.tsx'
import { pageMeta } from '../page-meta.ts'

export function meta() {
  const description = 'Role, theme, and what this browser stores for you.'
  return pageMeta({ title: 'Settings', description, address: paths.settings(), isIndexed: false })
}

export default function SettingsRoute() {
  return <SettingsPage />
}
