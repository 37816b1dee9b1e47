import { useMemo } from 'react'
import { findQuizLink } from '#domain/quiz-link/find-link.ts'
import { LinkQuiz } from './link-quiz.tsx'
import type { LinkAddresses, LinkTopic, LoadItems, RenderQuiz } from './link-view.ts'
import { NeutralPage, NoLink } from './no-link.tsx'
import { Refusal } from './refusal.tsx'
import { useLinkHash } from './use-link-hash.ts'

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
  const hash = useLinkHash()
  const decoded = useMemo(() => (hash ? findQuizLink(hash) : undefined), [hash])
  if (hash === undefined) return <NeutralPage />
  if (!decoded) return <NoLink addresses={addresses} />
  if (decoded.kind !== 'ok') return <Refusal refused={decoded} addresses={addresses} />
  return (
    <LinkQuiz
      key={decoded.code}
      link={decoded.link}
      code={decoded.code}
      topics={topics}
      home={addresses.home}
      loadItems={loadItems}
      renderQuiz={renderQuiz}
    />
  )
}
