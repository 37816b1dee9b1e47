import { useMemo } from 'react'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { InvalidLinkPage } from './invalid-link.tsx'
import { LinkedQuiz } from './linked-quiz.tsx'
import type { LinkAddresses, LinkTopic, LoadItems, RenderQuiz } from './quiz-link-page-data.ts'
import { useQuizLinkFragment } from './use-link-hash.ts'
import { NeutralPage, WithoutLink } from './without-link.tsx'

/** `/a#…`: what a quiz link opens. */
export function QuizLinkPage({
  topics,
  addresses,
  loadItems,
  renderQuiz,
}: {
  topics: LinkTopic[]
  addresses: LinkAddresses
  loadItems: LoadItems
  renderQuiz: RenderQuiz
}) {
  const hash = useQuizLinkFragment()
  const decoded = useMemo(() => (hash ? findQuizLink(hash) : undefined), [hash])
  if (hash === undefined) return <NeutralPage />
  if (!decoded) return <WithoutLink addresses={addresses} />
  if (decoded.kind !== 'ok') return <InvalidLinkPage refused={decoded} addresses={addresses} />
  return (
    <LinkedQuiz
      key={decoded.code}
      link={decoded.link}
      code={decoded.code}
      topics={topics}
      lessonAddress={addresses.home}
      loadItems={loadItems}
      renderQuiz={renderQuiz}
    />
  )
}
