import { catalog } from '#content/catalog.server.ts'
import { lessonById } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { GlossaryPage } from '#features/glossary/glossary-page.tsx'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/glossary.ts'

export function loader() {
  const terms = catalog.glossary.map((term) => {
    const lesson = term.lesson && lessonById(catalog, term.lesson)
    return { ...term, ...(lesson && { lessonLink: { title: lesson.title, address: paths.lesson(lesson) } }) }
  })
  return { terms: terms.toSorted((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' })) }
}

export function meta() {
  const description =
    'Container terms, from images and runtimes to networks, volumes and hardening, each in a sentence or two.'
  return pageMeta({ title: 'Glossary', description, address: paths.glossary() })
}

export default function GlossaryRoute({ loaderData }: Route.ComponentProps) {
  return <GlossaryPage terms={loaderData.terms} />
}
