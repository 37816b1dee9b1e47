import type { PrintedItem } from '#domain/quiz-link/printed-quiz.ts'
import { InlineText } from '#ui/inline-text.tsx'

/** The answer key, for the instructor only, on a new page: correct answers and every explanation. */
export function PrintedAnswerKey({ title, items }: { title: string; items: readonly PrintedItem[] }) {
  return (
    <article className="mt-12 border-t-2 border-rule-strong pt-5 print:mt-0 print:break-before-page print:border-0 print:pt-0">
      <h2 className="[overflow-wrap:anywhere]">
        Key: <span translate="no">{title}</span>
      </h2>
      <ol className="mt-5 grid gap-5">
        {items.map((item) => (
          <li key={item.id} className="break-inside-avoid">
            <p className="leading-snug">
              <span className="font-semibold">{item.number}.</span> <InlineText text={item.stem} />
            </p>
            <ul className="mt-1 grid gap-1 text-sm">
              {item.key.map(({ letter, text, isRight, why }) => (
                <li key={`${letter} ${text}`} className="flex gap-2">
                  <span className="w-14 shrink-0">{isRight ? <strong>Right</strong> : 'Wrong'}</span>
                  <span className="min-w-0">
                    {letter && `${letter}) `}
                    <InlineText text={text} />
                    {why && (
                      <span className="block text-ink-soft">
                        <InlineText text={why} />
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <p className="mt-1 text-sm">
              <InlineText text={item.explain} />
            </p>
          </li>
        ))}
      </ol>
    </article>
  )
}
