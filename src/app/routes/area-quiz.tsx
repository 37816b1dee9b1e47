import { paths } from '#domain/paths.ts'
import { PracticePage } from '#features/quiz/practice/practice-page.tsx'
import { areaByAddress, practiceTopics } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/area-quiz.ts'

export function loader({ params }: Route.LoaderArgs) {
  const area = areaByAddress(params.area)
  const { number, slug, title } = area
  return {
    title: `Quiz: ${title}`,
    area: { number, slug, title, address: paths.area(slug) },
    groups: [{ title, topics: practiceTopics(area) }],
  }
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const description = `Practice ${loaderData.area.title} with an explanation for every option.`
  return pageMeta({ title: loaderData.title, description, address: location.pathname })
}

export default function AreaQuizRoute({ loaderData }: Route.ComponentProps) {
  return <PracticePage key={loaderData.area.slug} data={loaderData} />
}
