import { useMemo } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { InvalidLinkPage } from './invalid-link-page.tsx'
import { LinkedQuiz } from './linked-quiz.tsx'
import type { LinkTopic } from './quiz-link-page-data.ts'
import { useQuizLinkFragment } from './use-quiz-link-fragment.ts'
import { NeutralPage, WithoutLink } from './without-link.tsx'

/** `/a#…`: what a quiz link opens. */
export function QuizLinkPage({ topics, loadItems }: { topics: LinkTopic[]; loadItems: LoadItems }) {
  const hash = useQuizLinkFragment()
  const decoded = useMemo(() => (hash ? findQuizLink(hash) : undefined), [hash])
  if (hash === undefined) return <NeutralPage />
  if (!decoded) return <WithoutLink />
  if (decoded.kind !== 'ok') return <InvalidLinkPage invalidLink={decoded} />
  return (
    <LinkedQuiz
      key={decoded.code}
      link={decoded.link}
      code={decoded.code}
      topics={topics}
      loadItems={loadItems}
    />
  )
}
