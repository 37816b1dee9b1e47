import { catalog, itemSummaries } from '#content/catalog.server.ts'
import { loadItems } from '#content/lesson-chunks.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { lessonIdOf } from '#domain/ids.ts'
import { paths } from '#domain/paths.ts'
import { InstructorPage } from '#features/instructor/instructor-page.tsx'
import { lessonChunksOf } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/instructor.ts'

export function loader() {
  return {
    areas: catalog.areas.map((area) => ({
      number: area.number,
      title: area.title,
      topics: lessonsOf(catalog, area).map(({ id, title }) => ({
        id,
        title,
        quiz: lessonChunksOf(id).quiz,
        items: itemSummaries
          .filter((item) => lessonIdOf(item.id) === id)
          .map((item) => ({ ...item, stem: shortenStem(item.stem) })),
      })),
    })),
  }
}

export function meta() {
  const description =
    'Make a Docker quiz, send it to a class as a link, and read the results that come back. No account, no server.'
  return pageMeta({ title: 'For instructors', description, address: paths.instructor() })
}

export default function InstructorRoute({ loaderData }: Route.ComponentProps) {
  return <InstructorPage areas={loaderData.areas} linkAddress={linkAddress} loadItems={loadItems} />
}

/** Shortens a stem to whole words, with backticks in pairs. */
function shortenStem(stem: string): string {
  if (stem.length <= 140) return stem
  const cut = stem.slice(0, 140).replace(/\s+\S*$/, '')
  const hasOpenCode = cut.split('`').length % 2 === 0
  return `${hasOpenCode ? cut.slice(0, cut.lastIndexOf('`')).trimEnd() : cut} …`
}

/** The full address of a link, on the site that the instructor is using. */
function linkAddress(code: string): string {
  return `${location.origin}${import.meta.env.BASE_URL.replace(/\/$/, '')}${paths.quizLink(code)}`
}
