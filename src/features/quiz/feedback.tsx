import type { Confidence } from '#domain/quiz/attempt.ts'
import { type Outcome, outcomeOf } from '#domain/quiz/attempt-result.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Grade } from '#domain/quiz/item-schema.ts'
import { toHundredths } from '#domain/quiz/percentage.ts'
import { BreakableText } from '#ui/breakable-text.tsx'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { confidenceRemark, outcomeLabels, sourceLabel } from './quiz-labels.ts'
import { useFocusOnMount } from './use-focus-on-mount.ts'

const tones = { right: 'right', partly: 'caution', wrong: 'wrong', unanswered: 'plain' } as const

/** The outcome of an answer and what to learn from it. The explanations of options are in the item's view. */
export function Feedback({
  item,
  grade,
  confidence,
  href,
  autoFocus,
}: {
  item: Item
  grade: Grade
  confidence: Confidence | undefined
  /** The address of the passage in the lesson that teaches it. */
  href: string | undefined
  autoFocus: boolean
}) {
  const heading = useFocusOnMount<HTMLHeadingElement>(autoFocus)
  const outcome = outcomeOf(grade.score)
  const remark = confidenceRemark(outcome, confidence)
  return (
    <Panel tone={tones[outcome]}>
      <h3 ref={heading} tabIndex={-1} className="flex items-center gap-2 text-xl">
        <OutcomeIcon outcome={outcome} />
        {outcomeLabels[outcome]}
        {outcome === 'partly' && `: ${toHundredths(grade.score) / 100} of 1`}
      </h3>
      {grade.remark && (
        <p>
          <InlineText text={grade.remark} />
        </p>
      )}
      <Explanation item={item} href={href} />
      {remark && <p className="text-sm">{remark}</p>}
    </Panel>
  )
}

export function Explanation({ item, href }: { item: Item; href: string | undefined }) {
  return (
    <>
      <p>
        <InlineText text={item.explain} />
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {href && <PageLink to={href}>Read it in the lesson</PageLink>}
        {item.sources.map((url) => (
          <a key={url} href={url} rel="noreferrer" className="[overflow-wrap:anywhere]">
            <BreakableText text={sourceLabel(url)} />
          </a>
        ))}
      </p>
    </>
  )
}

const icons = { right: 'check', partly: 'check', wrong: 'cross', unanswered: 'dash' } as const
const colors = {
  right: 'text-correct',
  partly: 'text-caution',
  wrong: 'text-incorrect',
  unanswered: 'text-ink-soft',
} satisfies Record<Outcome, string>

export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  return <Icon name={icons[outcome]} className={colors[outcome]} />
}
