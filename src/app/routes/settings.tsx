import { labImage } from '#content/catalogue.server.ts'
import { KeptImage } from '#features/lab/kept-image.tsx'
import { SettingsPage } from '#features/progress/settings-page.tsx'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'
import type { Route } from './+types/settings.ts'

export function loader() {
  return { hasLabs: labImage !== undefined }
}

export function meta() {
  const description = 'Role, theme, and what this browser keeps for you.'
  return pageMeta({ title: 'Settings', description, address: '/settings', isIndexed: false })
}

export default function SettingsRoute({ loaderData }: Route.ComponentProps) {
  return <SettingsPage progressAddress={paths.progress()} labImage={loaderData.hasLabs && <KeptImage />} />
}
