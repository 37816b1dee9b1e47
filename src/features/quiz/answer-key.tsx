import { rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import { InlineText } from '#ui/inline-text.tsx'

/** The correct answer and every explanation as plain text: without JavaScript, for unanswered items, and in print. */
export function AnswerKey({ item }: { item: Item }) {
  return (
    <ul className="grid list-none grid-cols-1 gap-2 p-0">
      {rulesOf(item)
        .answerKey()
        .map(({ text, right, why }) => (
          <li key={text}>
            <strong>{right ? 'Right' : 'Wrong'}:</strong> <InlineText text={text} />
            {why && (
              <span className="block text-sm text-ink-soft">
                <InlineText text={why} />
              </span>
            )}
          </li>
        ))}
    </ul>
  )
}
