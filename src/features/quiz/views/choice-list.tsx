import type { Grade } from '#domain/quiz/common.ts'
import type { Item } from '#domain/quiz/item.ts'
import { Inline } from '#ui/inline.tsx'
import { PartFeedback, type Verdicts } from './part-feedback.tsx'
import { feedbackOn, stemId } from './view-props.ts'

/** Options to pick one or several of: native inputs in a fieldset, numbered like the keys that pick them. */
export function ChoiceList({
  item,
  legend,
  type,
  options,
  isChosen,
  onPick,
  grade,
  verdicts,
}: {
  item: Item
  legend: string
  type: 'radio' | 'checkbox'
  options: readonly { id: string; text: string }[]
  isChosen: (id: string) => boolean
  onPick: (id: string, isOn: boolean) => void
  grade: Grade | undefined
  verdicts: Verdicts
}) {
  return (
    <fieldset disabled={grade !== undefined} aria-describedby={stemId(item)} className="min-w-0">
      <legend className="label mb-2 text-ink-soft">{legend}</legend>
      <ul className="grid list-none grid-cols-1 gap-2 p-0">
        {options.map(({ id, text }, index) => {
          const feedback = feedbackOn(grade, id)
          const feedbackId = `${stemId(item)}-${id}`
          return (
            <li
              key={id}
              className="border border-rule bg-paper-raised has-checked:border-ink has-focus-visible:border-accent"
            >
              <label className="target flex items-start gap-3 px-4 py-2.5">
                <input
                  type={type}
                  name={item.id}
                  value={id}
                  checked={isChosen(id)}
                  onChange={(event) => onPick(id, event.currentTarget.checked)}
                  aria-describedby={feedback && feedbackId}
                  className="needs-script mt-1 size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1">
                  <Inline text={text} />
                </span>
                <span aria-hidden="true" className="label needs-script pt-1 text-ink-soft">
                  {index + 1}
                </span>
              </label>
              {feedback && (
                <div className="px-4 pb-3 pl-12">
                  <PartFeedback id={feedbackId} feedback={feedback} verdicts={verdicts} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
