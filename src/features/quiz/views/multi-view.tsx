import { type MultiItem, multiRules } from '#domain/quiz/kinds/multi.ts'
import { sortByOrder, type ViewProps } from './item-view-props.ts'
import { OptionList } from './option-list.tsx'

const verdicts = {
  hit: 'Rightly ticked',
  wrong: 'Ticked, but it does not hold',
  missed: 'This one holds too',
  left: 'Rightly left open',
}

export function MultiView({ item, response, onChange, grade, order }: ViewProps<MultiItem>) {
  const ticked = (response !== undefined && multiRules.readResponse(item, response)) || []
  return (
    <OptionList
      item={item}
      legend="Pick all that hold"
      type="checkbox"
      options={sortByOrder(item.options, order)}
      isSelected={(id) => ticked.includes(id)}
      onSelect={(id, isOn) => onChange(isOn ? [...ticked, id] : ticked.filter((other) => other !== id))}
      grade={grade}
      feedbackLabels={verdicts}
    />
  )
}
