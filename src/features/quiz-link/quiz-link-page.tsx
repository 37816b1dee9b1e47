import { useMemo } from 'react'
import { findQuizLink } from '#domain/quiz-link/find-link.ts'
import { LinkedQuiz } from './link-quiz.tsx'
import type { LinkAddresses, LinkTopic, LoadItems, RenderQuiz } from './link-view.ts'
import { NeutralPage, WithoutLink } from './no-link.tsx'
import { InvalidLinkPage } from './refusal.tsx'
import { useQuizLinkFragment } from './use-link-hash.ts'

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
