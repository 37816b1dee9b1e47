import type { Attempt } from '#domain/quiz/attempt.ts'
import { attemptResult, findAnswer, type Outcome, outcomes } from '#domain/quiz/attempt-result.ts'
import { displayOrder, gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { AnswerKey } from './answer-key.tsx'
import { Explanation, Feedback, OutcomeIcon } from './feedback.tsx'
import { ItemView } from './item-view.tsx'
import { outcomeLabels } from './quiz-labels.ts'
import type { QuizOptions } from './quiz-options.ts'
import { useFocusOnMount } from './use-focus-on-mount.ts'
import { stemElementId } from './views/item-view-props.ts'

/** The score, the outcome of each item, and what to do next. */
export function AttemptResultView({
  attempt,
  items,
  takesFocus,
  onRetry,
  itemAddress,
  backLink,
  canRetry,
  afterScore,
}: QuizOptions & {
  attempt: Attempt
  items: Item[]
  takesFocus: boolean
  onRetry: () => void
}) {
  const heading = useFocusOnMount<HTMLHeadingElement>(takesFocus)
  const result = attemptResult(attempt)
  const isAllRight = result.counts.right === result.outOf
  return (
    <div className="stack-spacing max-w-measure">
      <h2 ref={heading} tabIndex={-1}>
        {result.score} of {result.outOf}
      </h2>
      <p>{isAllRight ? 'All correct.' : countsText(result.counts)}</p>
      {afterScore?.(attempt)}
      <ol className="border-t border-rule">
        {result.items.map(({ id, outcome }) => {
          const item = items.find((candidate) => candidate.id === id)
          return (
            item && (
              <li key={id} className="border-b border-rule">
                <ResultRow item={item} outcome={outcome} attempt={attempt} href={itemAddress(item)} />
              </li>
            )
          )
        })}
      </ol>
      <p className="flex flex-wrap gap-3">
        {canRetry && !isAllRight && (
          <Button variant="main" onClick={onRetry}>
            Retry what you got wrong
          </Button>
        )}
        <PageLink to={backLink.href} className={buttonClass('quiet')}>
          {backLink.text}
        </PageLink>
      </p>
    </div>
  )
}

function countsText(counts: Record<Outcome, number>): string {
  const occurring = outcomes.filter((outcome) => counts[outcome] > 0)
  return `${occurring.map((outcome) => `${outcomeLabels[outcome]}: ${counts[outcome]}`).join(' · ')}.`
}

type RowProps = { item: Item; outcome: Outcome; attempt: Attempt; href: string | undefined }

function ResultRow(props: RowProps) {
  const isExpandable = props.attempt.feedback !== 'never'
  const title = (
    <>
      <OutcomeIcon outcome={props.outcome} />
      <span className="caption shrink-0 sm:w-24">{outcomeLabels[props.outcome]}</span>
      {isExpandable && (
        <Icon
          name="down"
          className="ml-auto text-ink-soft transition-transform duration-150 group-open:rotate-180 sm:order-last sm:ml-2"
        />
      )}
      <span className="line-clamp-2 min-w-0 grow max-sm:basis-full">
        <InlineText text={props.item.stem} />
      </span>
    </>
  )
  if (!isExpandable) {
    return <div className="touch-target flex flex-wrap items-center gap-x-2 py-2 sm:flex-nowrap">{title}</div>
  }
  return (
    <details className="group">
      <summary className="touch-target flex list-none flex-wrap items-center gap-x-2 py-2 hover:bg-paper-sunk sm:flex-nowrap">
        {title}
      </summary>
      <div className="grid grid-cols-1 gap-4 pb-6 pl-2 sm:pl-8">
        <Review {...props} />
      </div>
    </details>
  )
}

/** The item as it was answered, with its explanations. */
function Review({ item, attempt, href }: RowProps) {
  const answer = findAnswer(attempt, item.id)
  const grade = answer && gradeItem(item, answer.response)
  return (
    <>
      <p id={stemElementId(item)}>
        <InlineText text={item.stem} />
      </p>
      {answer && grade ? (
        <>
          <ItemView
            item={item}
            response={answer.response}
            onChange={() => undefined}
            grade={grade}
            order={displayOrder(item, attempt)}
          />
          <Feedback item={item} grade={grade} confidence={answer.confidence} href={href} autoFocus={false} />
        </>
      ) : (
        <>
          <AnswerKey item={item} />
          <Explanation item={item} href={href} />
        </>
      )}
    </>
  )
}
