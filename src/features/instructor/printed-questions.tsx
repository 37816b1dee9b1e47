import { pluralize } from '#domain/pluralize.ts'
import type { PrintedAnswer, PrintedItem } from '#domain/quiz-link/printed-quiz.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { InlineText } from '#ui/inline-text.tsx'

/** The printed questions for the class. */
export function PrintedQuestions({ link, items }: { link: QuizLink; items: readonly PrintedItem[] }) {
  return (
    <article>
      <h2 translate="no" className="[overflow-wrap:anywhere]">
        {link.title}
      </h2>
      <p className="mt-2">
        {link.by && <>From {link.by}. </>}
        {pluralize(items.length, 'item')}.
        {link.minutes !== undefined && ` ${pluralize(link.minutes, 'minute')}.`}
        {link.passMark > 0 && ` Pass mark: ${Math.round(link.passMark * 100)}% of the points.`}
      </p>
      <p className="mt-4 flex flex-wrap gap-x-8 gap-y-4">
        <AnswerBlank name="Name" />
        <AnswerBlank name="Date" />
      </p>
      <ol className="mt-6 grid gap-6">
        {items.map((item) => (
          <li key={item.id} className="break-inside-avoid">
            <p className="leading-snug">
              <span className="font-semibold">{item.number}.</span> <InlineText text={item.stem} />
            </p>
            {item.code && (
              <pre className="mt-2 border-l-2 border-rule pl-3 text-sm whitespace-pre-wrap">
                {item.code.text}
              </pre>
            )}
            <p className="mt-1 text-sm text-ink-soft">{item.instruction}</p>
            <Answer answer={item.answer} />
          </li>
        ))}
      </ol>
    </article>
  )
}

function AnswerBlank({ name }: { name: string }) {
  return (
    <span className="flex grow basis-48 items-end gap-2">
      {name} <span className="h-6 grow border-b border-ink" />
    </span>
  )
}

function Answer({ answer }: { answer: PrintedAnswer }) {
  switch (answer.kind) {
    case 'boxes':
    case 'numbers': {
      const isCode = answer.kind === 'boxes' && answer.isCode
      return (
        <ul className="mt-2 grid gap-1.5">
          {answer.rows.map(({ letter, text }) => (
            <li key={letter} className="flex items-start gap-2">
              <AnswerBox />
              <span>{letter})</span>
              {isCode ? (
                <code className="min-w-0 whitespace-pre-wrap">{text}</code>
              ) : (
                <span className="min-w-0">
                  <InlineText text={text} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )
    }
    case 'pairs':
      return (
        <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
          <ul className="grid gap-1.5 self-start">
            {answer.terms.map((term) => (
              <li key={term} className="flex items-start gap-2">
                <AnswerBox />
                <span className="min-w-0">
                  <InlineText text={term} />
                </span>
              </li>
            ))}
          </ul>
          <ul className="grid gap-1.5 self-start">
            {answer.rows.map(({ letter, text }) => (
              <li key={letter}>
                {letter}) <InlineText text={text} />
              </li>
            ))}
          </ul>
        </div>
      )
    case 'writing':
      return <p className="mt-8 border-b border-ink" />
    default:
      return answer satisfies never
  }
}

function AnswerBox() {
  return <span className="mt-1 inline-block size-4 shrink-0 border border-ink" />
}
