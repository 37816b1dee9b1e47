import type { Grade } from '#domain/quiz/item-schema.ts'
import { type LineItem, lineRules } from '#domain/quiz/kinds/line.ts'
import { feedbackForPart, stemElementId, type ViewProps } from './item-view-props.ts'
import { OptionFeedbackText } from './option-feedback.tsx'

const feedbackLabels = {
  correctlySelected: 'Right',
  incorrectlySelected: 'Not this line',
  incorrectlySkipped: 'The right line',
  correctlySkipped: 'Correctly skipped',
}

/** A file with a radio button at each line. The explanations are below it, so that the file stays readable. */
export function LineView({ item, response, onChange, grade }: ViewProps<LineItem>) {
  const picked = response === undefined ? undefined : lineRules.parseResponse(item, response)
  return (
    <div>
      <fieldset aria-describedby={stemElementId(item)} className="min-w-0">
        <legend className="caption mb-2 text-ink-soft">
          Pick one line of <span translate="no">{item.file}</span>
        </legend>
        {/* Wide files scroll; once the radio buttons are disabled, this must be reachable by keyboard. */}
        <div tabIndex={grade && 0} className="scroll-horizontally border border-rule bg-paper-sunk py-2">
          {item.lines.map(({ id, text }, index) => (
            <label
              key={id}
              className="flex min-h-8 w-max min-w-full items-center gap-3 px-3 has-checked:bg-accent-paper has-checked:outline-2 has-checked:-outline-offset-2 has-checked:outline-accent"
            >
              <input
                type="radio"
                name={item.id}
                value={id}
                checked={id === picked}
                disabled={grade !== undefined}
                onChange={() => onChange(id)}
                className="needs-script size-5 shrink-0 accent-accent"
              />
              <span className="caption w-5 text-right text-ink-soft">{index + 1}</span>
              <code className="whitespace-pre [overflow-wrap:normal]!">{text}</code>
            </label>
          ))}
        </div>
      </fieldset>
      {grade && <LineExplanations item={item} grade={grade} />}
    </div>
  )
}

function LineExplanations({ item, grade }: { item: LineItem; grade: Grade }) {
  const isExplained = (id: string) => {
    const feedback = feedbackForPart(grade, id)
    return feedback !== undefined && (feedback.chosen || !feedback.correct)
  }
  return (
    <div className="stack-spacing mt-3">
      <LineExplanation item={item} grade={grade} isShown={isExplained} />
      <details>
        <summary className="touch-target flex items-center text-sm underline underline-offset-4">
          The other lines
        </summary>
        <LineExplanation item={item} grade={grade} isShown={(id) => !isExplained(id)} />
      </details>
    </div>
  )
}

function LineExplanation({
  item,
  grade,
  isShown,
}: {
  item: LineItem
  grade: Grade
  isShown: (id: string) => boolean
}) {
  return (
    <ul className="grid list-none grid-cols-1 gap-2 p-0">
      {item.lines.map(({ id }, index) => {
        const feedback = feedbackForPart(grade, id)
        if (!feedback || !isShown(id)) return null
        return (
          <li key={id} className="flex gap-3">
            <span className="caption shrink-0 pt-0.5 text-ink-soft">Line {index + 1}</span>
            <OptionFeedbackText feedback={feedback} feedbackLabels={feedbackLabels} />
          </li>
        )
      })}
    </ul>
  )
}
