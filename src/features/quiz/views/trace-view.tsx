import { type TraceItem, traceRules } from '#domain/quiz/kinds/trace.ts'
import { sortByOrder, type ViewProps } from './item-view-props.ts'
import { OptionList, singleLabels } from './option-views.tsx'

const labels = { ...singleLabels, incorrectlySkipped: 'What it really printed' }

/**
 * Possible outputs of the last command of the transcript, one of which was recorded. The question shows the transcript
 * as its code.
 */
export function TraceView({ item, response, onChange, grade, order }: ViewProps<TraceItem>) {
  const picked = response === undefined ? undefined : traceRules.parseResponse(item, response)
  return (
    <div>
      <OptionList
        item={item}
        legend="Pick what the last command prints"
        type="radio"
        options={sortByOrder(item.options, order)}
        isOutput
        isSelected={(id) => id === picked}
        onSelect={onChange}
        grade={grade}
        feedbackLabels={labels}
      />
      {grade && <p className="caption mt-2 text-ink-soft">Recorded on {item.recordedOn}</p>}
    </div>
  )
}
