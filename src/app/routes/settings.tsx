import { labImage } from '#content/catalog.server.ts'
import { ImageStorage } from '#features/lab/image-storage.tsx'
import { OfflineCopy } from '#features/offline/offline-copy.tsx'
import { SettingsPage } from '#features/progress/settings-page.tsx'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'
import type { Route } from './+types/settings.ts'

export function loader() {
  return { labImageBytes: labImage?.total }
}

export function meta() {
  const description = 'Role, theme, and what this browser keeps for you.'
  return pageMeta({ title: 'Settings', description, address: '/settings', isIndexed: false })
}

export default function SettingsRoute({ loaderData }: Route.ComponentProps) {
  const { labImageBytes: total } = loaderData
  const labImage = total !== undefined && <ImageStorage total={total} />
  return <SettingsPage progressAddress={paths.progress()} labImage={labImage} keptCourse={<OfflineCopy />} />
}
