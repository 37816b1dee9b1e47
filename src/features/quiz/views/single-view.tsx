import { type SingleItem, singleRules } from '#domain/quiz/kinds/single.ts'
import { sortByOrder, type ViewProps } from './item-view-props.ts'
import { OptionList } from './option-list.tsx'

const verdicts = {
  hit: 'Right',
  wrong: 'Not right',
  missed: 'The right answer',
  left: 'Rightly passed over',
}

export function SingleView({ item, response, onChange, grade, order }: ViewProps<SingleItem>) {
  const picked = response === undefined ? undefined : singleRules.readResponse(item, response)
  return (
    <OptionList
      item={item}
      legend="Pick one"
      type="radio"
      options={sortByOrder(item.options, order)}
      isSelected={(id) => id === picked}
      onSelect={onChange}
      grade={grade}
      feedbackLabels={verdicts}
    />
  )
}
