import { catalog } from '#content/catalog.server.ts'
import { paths } from '#domain/paths.ts'
import { LabsPage } from '#features/lab/labs-page.tsx'
import { toLabEntries } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'

export function loader() {
  const groups = [
    { title: 'Before you start', labs: toLabEntries(catalog.primers.map(({ id }) => id)) },
    ...catalog.areas.map(({ number, title, lessons }) => ({ number, title, labs: toLabEntries(lessons) })),
  ]
  return {
    groups: groups.filter(({ labs }) => labs.length > 0),
    sandbox: paths.lab('sandbox'),
    settings: paths.settings(),
  }
}

export function meta() {
  const description =
    'Docker labs on a real Docker Engine: in this tab, with no server and no account, or on your own Docker.'
  return pageMeta({ title: 'Labs', description, address: paths.labs() })
}

export default function LabsRoute({ loaderData }: { loaderData: ReturnType<typeof loader> }) {
  return <LabsPage data={loaderData} />
}
