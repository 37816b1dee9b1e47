import { useRef, useState } from 'react'
import type { Confidence } from '#domain/quiz/attempt.ts'
import { quickCheckDraftKey } from '#domain/quiz/drafts.ts'
import { displayOrder, gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Grade, ItemResponse } from '#domain/quiz/item-schema.ts'
import { type Role, roleNames } from '#domain/role.ts'
import { recordAnswer } from '#store/answers.ts'
import { useDraft } from '#store/use-draft.ts'
import { Button } from '#ui/button.tsx'
import { AnswerKey } from './answer-key.tsx'
import { Explanation, Feedback } from './feedback.tsx'
import { Question } from './question.tsx'

/** Items inside a lesson, each checked on its own. Every answer is recorded in progress. */
export function QuickCheck({
  items,
  depth,
  href = (item) => `#${item.home}`,
}: {
  items: Item[]
  /** The depth that contains it. Each depth of a lesson has a quick check, and their names must differ. */
  depth?: Role | undefined
  /** The address of the passage that teaches an item; inside a lesson, a heading on the same page. */
  href?: (item: Item) => string | undefined
}) {
  const name = depth ? `Quick check of the ${roleNames[depth].toLowerCase()} depth` : 'Quick check'
  return (
    <section aria-label={name} className="border-y border-rule-strong py-6">
      <p className="caption mb-4 text-ink-soft">Quick check</p>
      <ol className="grid grid-cols-1 list-none gap-10 p-0!">
        {items.map((item) => (
          <li key={item.id}>
            <CheckedItem item={item} href={href(item)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type CheckedAnswer = { response: ItemResponse; confidence: Confidence | undefined; grade: Grade }

function CheckedItem({ item, href }: { item: Item; href: string | undefined }) {
  const stem = useRef<HTMLDivElement>(null)
  const { draft, saveDraft, discardDraft } = useDraft(quickCheckDraftKey(item), item)
  const [checked, setChecked] = useState<CheckedAnswer>()
  // The prerendered page and the browser’s first render must match, so the order is not random.
  const order = displayOrder(item, { seed: '', shuffle: false })

  function check(response: ItemResponse, confidence?: Confidence) {
    const grade = gradeItem(item, response)
    if (!grade) return
    recordAnswer({
      item: item.id,
      rev: item.rev,
      response,
      score: grade.score,
      ...(confidence && { confidence }),
    })
    discardDraft()
    setChecked({ response, confidence, grade })
  }
  function resetItem() {
    setChecked(undefined)
    // The button disappears, so the focus moves to the question.
    stem.current?.focus()
  }

  return (
    <>
      <Question
        item={item}
        order={order}
        response={checked?.response ?? draft}
        grade={checked?.grade}
        onChange={saveDraft}
        onCheck={check}
        stemRef={stem}
      >
        {checked && (
          <>
            <Feedback
              item={item}
              grade={checked.grade}
              confidence={checked.confidence}
              href={href}
              autoFocus
            />
            <div>
              <Button variant="plain" className="-ml-2" onClick={resetItem}>
                Answer again
              </Button>
            </div>
          </>
        )}
      </Question>
      {/* Shown only without JavaScript, since the head script sets the role. */}
      <details className="mt-4 border-y border-rule [html[data-role]_&]:hidden">
        <summary className="touch-target flex items-center font-semibold">Answer and explanation</summary>
        <div className="stack-spacing pb-4">
          <AnswerKey item={item} />
          <Explanation item={item} href={href} />
        </div>
      </details>
    </>
  )
}
