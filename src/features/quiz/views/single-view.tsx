import { type SingleItem, singleRules } from '#domain/quiz/kinds/single.ts'
import { OptionList } from './choice-list.tsx'
import { sortByOrder, type ViewProps } from './view-props.ts'

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
