import { catalog } from '#content/catalog.server.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { SummaryPage } from '#features/manager/summary-page.tsx'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/summary.ts'

export function loader() {
  return {
    areas: catalog.areas.map((area) => ({
      number: area.number,
      slug: area.slug,
      title: area.title,
      address: paths.area(area.slug),
      topics: lessonsOf(catalog, area).map(({ id, title, note, plainNote, manager, ...lesson }) => ({
        id,
        title,
        note,
        plainNote,
        address: paths.lesson(lesson),
        decision: manager.decision,
        cost: manager.cost,
        risk: manager.risk,
      })),
    })),
  }
}

export function meta() {
  const description =
    'All 32 Docker topics in nine tables: short notes, decisions, costs and risks. Filter, copy, print.'
  return pageMeta({ title: 'Summary', description, address: paths.summary() })
}

export default function SummaryRoute({ loaderData }: Route.ComponentProps) {
  return <SummaryPage areas={loaderData.areas} />
}
