import { catalog } from '#content/catalog.server.ts'
import { loadItems } from '#content/lesson-chunks.ts'
import { QuizRunner } from '#features/quiz/quiz-runner.tsx'
import { QuizLinkPage } from '#features/quiz-link/quiz-link-page.tsx'
import { toContentRef } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'
import type { Route } from './+types/quiz-link.ts'

export function loader() {
  return {
    topics: catalog.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      address: paths.lesson(lesson),
      quiz: toContentRef(lesson.id).quiz,
    })),
  }
}

export function meta() {
  const description = 'A Docker quiz someone made for you opens here.'
  return pageMeta({ title: 'Quiz link', description, address: '/a', isIndexed: false })
}

const addresses = { home: paths.home(), quiz: paths.quiz(), instructor: paths.instructor() }

export default function QuizLinkRoute({ loaderData }: Route.ComponentProps) {
  return (
    <QuizLinkPage
      topics={loaderData.topics}
      addresses={addresses}
      loadItems={loadItems}
      renderQuiz={(quiz) => <QuizRunner {...quiz} />}
    />
  )
}
