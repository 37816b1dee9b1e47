import { catalog } from '#content/catalog.server.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { BriefPage } from '#features/manager/brief-page.tsx'
import { areaByAddress } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/brief.ts'

export function loader({ params }: Route.LoaderArgs) {
  const area = areaByAddress(params.area)
  const terms = area.words.flatMap((id) => catalog.glossary.find((term) => term.id === id) ?? [])
  return {
    number: area.number,
    title: area.title,
    address: paths.area(area.slug),
    summary: area.summary,
    terms,
    topics: lessonsOf(catalog, area).map(({ id, title, manager, ...lesson }) => ({
      id,
      title,
      manager,
      address: paths.lesson(lesson),
    })),
    others: catalog.areas.map(({ number, title, slug }) => ({ number, title, address: paths.brief(slug) })),
  }
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const { title, summary } = loaderData
  return pageMeta({
    title: `Brief: ${title}`,
    description: summary.slice(0, 155),
    address: location.pathname,
  })
}

export default function BriefRoute({ loaderData }: Route.ComponentProps) {
  return <BriefPage data={loaderData} />
}
