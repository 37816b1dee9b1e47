import { pluralize } from '#domain/pluralize.ts'
import type { GradeTable, NameConflict, ScoringChoice } from '#domain/quiz-link/grade-table.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'

const options = [
  { value: 'latest', text: 'the latest' },
  { value: 'best', text: 'the best' },
  { value: 'all', text: 'all of them' },
] as const

/**
 * Which results count if several have the same name, and whether they are from one person. Rendered only if there is
 * something to choose.
 */
export function ScoringPolicyFields({
  table,
  onChoice,
}: {
  table: GradeTable
  onChoice: (choice: ScoringChoice) => void
}) {
  const { nameConflicts, choice } = table
  if (nameConflicts.length === 0) return null
  const resolveConflict = ({ key, isSeveralLearners }: NameConflict) =>
    onChoice({ ...choice, people: { ...choice.people, [key]: isSeveralLearners ? 'one' : 'several' } })
  return (
    <div className="grid max-w-measure gap-2">
      <RadioGroup
        name="If a learner submitted several results, count"
        value={choice.counting}
        options={options}
        onValueChange={(counting) => onChoice({ ...choice, counting })}
      />
      <p className="text-sm text-ink-soft">
        The latest is the one with the highest attempt number. If two have the same number, it is the one
        finished later by the learner’s clock (but never later than when you read it), and then the one you
        read last.
      </p>
      <details open={nameConflicts.some(({ isInConflict }) => isInConflict)}>
        <summary className="py-1.5">
          {pluralize(nameConflicts.length, 'name has', 'names have')} several results
        </summary>
        <ul className="grid gap-1">
          {nameConflicts.map((name) => (
            <li
              key={name.key}
              className="flex flex-wrap items-center gap-x-3 border-t border-rule py-1 text-sm"
            >
              <span className="min-w-0 grow basis-64 [overflow-wrap:anywhere]">
                <strong translate="no">{nameText(name)}</strong>: {name.count} results. {conflictText(name)}
              </span>
              <Button variant="plain" className="text-sm" onClick={() => resolveConflict(name)}>
                {name.isSeveralLearners ? 'Count as one person' : 'Count as different people'}{' '}
                <span translate="no" className="sr-only">
                  ({nameText(name)})
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function nameText({ name, group }: NameConflict): string {
  return group ? `${name}, ${group}` : name
}

function conflictText({ isInConflict, isSeveralLearners }: NameConflict): string {
  if (isInConflict && isSeveralLearners)
    return 'Two have the same attempt number or overlap in time: these may be different people, or one who switched browsers. All of them count.'
  return isSeveralLearners ? 'Counted as different people: all of them count.' : 'Counted as one person.'
}
