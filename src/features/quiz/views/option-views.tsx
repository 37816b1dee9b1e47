import type { Item } from '#domain/quiz/item.ts'
import type { Grade } from '#domain/quiz/item-schema.ts'
import { type MultiItem, multiRules } from '#domain/quiz/kinds/multi.ts'
import { type SingleItem, singleRules } from '#domain/quiz/kinds/single.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { feedbackForPart, sortByOrder, stemElementId, type ViewProps } from './item-view-props.ts'
import { type FeedbackLabels, OptionFeedbackText } from './option-feedback.tsx'

export const singleLabels = {
  correctlySelected: 'Right',
  incorrectlySelected: 'Not right',
  incorrectlySkipped: 'The right answer',
  correctlySkipped: 'Correctly skipped',
}

export function SingleView({ item, response, onChange, grade, order }: ViewProps<SingleItem>) {
  const picked = response === undefined ? undefined : singleRules.parseResponse(item, response)
  return (
    <OptionList
      item={item}
      legend="Pick one"
      type="radio"
      options={sortByOrder(item.options, order)}
      isSelected={(id) => id === picked}
      onSelect={onChange}
      grade={grade}
      feedbackLabels={singleLabels}
    />
  )
}

const multiLabels = {
  correctlySelected: 'Correctly selected',
  incorrectlySelected: 'Selected, but it does not apply',
  incorrectlySkipped: 'This one applies too',
  correctlySkipped: 'Correctly left blank',
}

export function MultiView({ item, response, onChange, grade, order }: ViewProps<MultiItem>) {
  const ticked = (response !== undefined && multiRules.parseResponse(item, response)) || []
  return (
    <OptionList
      item={item}
      legend="Select all that apply"
      type="checkbox"
      options={sortByOrder(item.options, order)}
      isSelected={(id) => ticked.includes(id)}
      onSelect={(id, isOn) => onChange(isOn ? [...ticked, id] : ticked.filter((other) => other !== id))}
      grade={grade}
      feedbackLabels={multiLabels}
    />
  )
}

/** Options as radio buttons or checkboxes in a fieldset, numbered like the keys that pick them. */
export function OptionList({
  item,
  legend,
  type,
  options,
  isOutput = false,
  isSelected,
  onSelect,
  grade,
  feedbackLabels,
}: {
  item: Item
  legend: string
  type: 'radio' | 'checkbox'
  options: readonly { id: string; text: string }[]
  /** Whether the options are terminal output. */
  isOutput?: boolean
  isSelected: (id: string) => boolean
  onSelect: (id: string, isOn: boolean) => void
  grade: Grade | undefined
  feedbackLabels: FeedbackLabels
}) {
  return (
    <fieldset disabled={grade !== undefined} aria-describedby={stemElementId(item)} className="min-w-0">
      <legend className="caption mb-2 text-ink-soft">{legend}</legend>
      <ul className="grid list-none grid-cols-1 gap-2 p-0">
        {options.map(({ id, text }, index) => {
          const feedback = feedbackForPart(grade, id)
          const feedbackId = `${stemElementId(item)}-${id}`
          return (
            <li
              key={id}
              className="border border-rule bg-paper-raised has-checked:border-ink has-focus-visible:border-accent"
            >
              <label className="touch-target flex items-start gap-3 px-4 py-2.5">
                <input
                  type={type}
                  name={item.id}
                  value={id}
                  checked={isSelected(id)}
                  onChange={(event) => onSelect(id, event.currentTarget.checked)}
                  aria-describedby={feedback && feedbackId}
                  className="needs-script mt-1 size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1">
                  {isOutput ? <Output text={text} /> : <InlineText text={text} />}
                </span>
                <span aria-hidden="true" className="caption needs-script pt-1 text-ink-soft">
                  {index + 1}
                </span>
              </label>
              {feedback && (
                <div className="px-4 pb-3 pl-12">
                  <OptionFeedbackText id={feedbackId} feedback={feedback} feedbackLabels={feedbackLabels} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

function Output({ text }: { text: string }) {
  return (
    <samp translate="no" className="block font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </samp>
  )
}
