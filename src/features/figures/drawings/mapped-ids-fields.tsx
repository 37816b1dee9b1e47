import { idSetups } from '#domain/figures/id-map.ts'
import { askedProblem, type IdQuestion, lineProblem, uidProblem } from '#domain/figures/mapped-ids.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { CheckedField } from './checked-field.tsx'

const setupLabels = { usual: 'usual install', remap: 'userns-remap', rootless: 'rootless' } as const

export function MappedIdsFields({
  question,
  choose,
}: {
  question: IdQuestion
  choose: (question: IdQuestion) => void
}) {
  const { setup, line, uid, asked } = question
  return (
    <>
      <RadioGroup
        variant="segments"
        name="Setup"
        options={idSetups.map((value) => ({ value, text: setupLabels[value] }))}
        value={setup}
        onValueChange={(setup) => choose({ ...question, setup })}
      />
      <div className="grid w-full gap-x-4 gap-y-2 @min-[32rem]:grid-cols-[2fr_1fr_1fr]">
        <CheckedField
          name="Line of /etc/subuid"
          value={line}
          problemOf={lineProblem}
          maxLength={60}
          onValueChange={(line) => choose({ ...question, line })}
        />
        <CheckedField
          name="User’s ID"
          value={uid}
          problemOf={uidProblem}
          maxLength={10}
          onValueChange={(uid) => choose({ ...question, uid })}
        />
        <CheckedField
          name="UID inside"
          value={asked}
          problemOf={askedProblem}
          maxLength={10}
          onValueChange={(asked) => choose({ ...question, asked })}
        />
      </div>
    </>
  )
}
