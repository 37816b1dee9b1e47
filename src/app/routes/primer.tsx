import { catalog } from '#content/catalog.server.ts'
import { loadBody } from '#content/lesson-chunks.ts'
import { paths } from '#domain/paths.ts'
import { PrimerPage } from '#features/lesson/primer-page.tsx'
import { loadWithRetry } from '#store/load-with-retry.ts'
import { pageLoadName } from '../navigation/fetch-page-data.ts'
import { lessonChunksOf, toLabEntries } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/primer.ts'

export function loader({ params }: Route.LoaderArgs) {
  const primer = catalog.primers.find(({ slug }) => slug === params.primer)
  if (!primer) throw new Response(null, { status: 404 })
  const others = catalog.primers.filter(({ slug }) => slug !== primer.slug)
  return {
    primer,
    chunks: lessonChunksOf(primer.id),
    labs: toLabEntries([primer.id]),
    others: others.map(({ title, slug }) => ({ title, address: paths.primer(slug) })),
  }
}

export async function clientLoader({ request, serverLoader }: Route.ClientLoaderArgs) {
  const data = await serverLoader()
  const { signal } = request
  await loadWithRetry(pageLoadName, () => loadBody(data.chunks), { address: data.chunks.body, signal })
  return data
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const { primer } = loaderData
  return pageMeta({ title: primer.title, description: primer.note, address: location.pathname })
}

export default function PrimerRoute({ loaderData }: Route.ComponentProps) {
  return <PrimerPage key={loaderData.primer.id} {...loaderData} />
}
