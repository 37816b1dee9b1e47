import { rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import { InlineText } from '#ui/inline-text.tsx'

/** The answer and every reason as plain text: for a page without JavaScript, for what was not answered, for print. */
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
