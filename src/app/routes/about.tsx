import { catalog, itemSummaries } from '#content/catalog.server.ts'
import { paths } from '#domain/paths.ts'
import { AboutPage } from '#features/about/about-page.tsx'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/about.ts'

export function loader() {
  const { lessons, glossary, primers } = catalog
  const sources = new Set([...lessons, ...primers].flatMap((text) => text.sources.map(({ url }) => url)))
  return {
    lessons: lessons.length,
    items: itemSummaries.length,
    terms: glossary.length,
    words: lessons.reduce((sum, lesson) => sum + lesson.words, 0),
    sources: sources.size,
  }
}

export function meta() {
  const description =
    'How Docker Mastery is made, where its claims come from, what it stores, and how you may use it.'
  return pageMeta({ title: 'About', description, address: paths.about() })
}

export default function AboutRoute({ loaderData }: Route.ComponentProps) {
  return <AboutPage figures={loaderData} />
}
