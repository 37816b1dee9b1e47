import { type FormEvent, useState } from 'react'
import { paths } from '#domain/paths.ts'
import { pluralize } from '#domain/pluralize.ts'
import { isRole, type Role, roleNames, roles } from '#domain/role.ts'
import { useRole } from '#store/role.ts'
import { useShortcuts } from '#store/settings.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/fields/select-field.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { PracticePageData, PracticeTopic } from './practice-page-data.ts'
import type { PracticeRequest } from './start-attempt.ts'
import { TopicPicker } from './topic-picker.tsx'

const itemCounts = [5, 10, 20, 40]

/**
 * Chooses the topics, number and depth of the questions. Until the reader chooses a depth, it is that of their role.
 */
export function PracticeForm({
  data,
  isLoading,
  onStart,
}: {
  data: PracticePageData
  isLoading: boolean
  onStart: (request: PracticeRequest) => void
}) {
  const topics = data.groups.flatMap((group) => group.topics)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(topics.map(({ id }) => id)))
  const [count, setCount] = useState(10)
  const [depth, setDepth] = useState<Depth>()
  const readerRole = useRole()
  const hasShortcuts = useShortcuts()
  const picked = topics.filter(({ id }) => chosen.has(id))
  const chosenDepth = depth ?? (countItems(picked, readerRole) > 0 ? readerRole : 'all')
  const available = countItems(picked, chosenDepth)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onStart({ topics: picked, count, role: chosenDepth === 'all' ? undefined : chosenDepth })
  }
  return (
    <form onSubmit={submit} className="needs-script max-w-measure">
      <p>
        One question at a time: answer, say how sure you are, and read why. Questions you have never answered
        or got wrong come first.
      </p>
      <div className="mt-5 flex flex-wrap gap-x-6 gap-y-4">
        <SelectField
          name="How many"
          isNameAbove
          value={String(count)}
          options={itemCounts.map((number) => ({ value: String(number), text: `${number} questions` }))}
          onValueChange={(value) => setCount(Number(value))}
        />
        <SelectField
          name="Depth"
          isNameAbove
          value={chosenDepth}
          options={[
            { value: 'all', text: 'All depths' },
            ...roles.map((each) => ({ value: each, text: roleNames[each] })),
          ]}
          onValueChange={(value) => setDepth(isRole(value) ? value : 'all')}
        />
      </div>
      <details open={data.groups.length === 1} className="group mt-6 border-y border-rule">
        <summary className="touch-target flex list-none items-center gap-3">
          <Icon name="right" className="transition-transform duration-150 group-open:rotate-90" />
          Topics
          <span className="caption ml-auto text-ink-soft">
            {picked.length === topics.length
              ? `all ${topics.length}`
              : `${picked.length} of ${topics.length}`}
          </span>
        </summary>
        <TopicPicker groups={data.groups} chosen={chosen} onChange={setChosen} />
      </details>
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <Button variant="main" type="submit" disabled={isLoading || available === 0}>
          {isLoading ? 'Loading the questions…' : 'Start the quiz'}
        </Button>
        <span className="caption text-ink-soft">{availableText(picked.length, available)}</span>
      </p>
      {hasShortcuts && (
        <p className="mt-4 text-sm text-ink-soft">
          With a keyboard, <kbd>1</kbd> to <kbd>9</kbd> pick an option and <kbd>Enter</kbd> continues. You can
          turn the number keys off in <PageLink to={paths.settings()}>Settings</PageLink>.
        </p>
      )}
    </form>
  )
}

type Depth = Role | 'all'

function countItems(topics: readonly PracticeTopic[], depth: Depth): number {
  return topics.reduce((sum, topic) => sum + (depth === 'all' ? topic.items : topic.itemsByRole[depth]), 0)
}

function availableText(topics: number, items: number): string {
  if (topics === 0) return 'Choose at least one topic'
  if (items === 0) return 'No questions at this depth: choose another depth, or more topics'
  return `from ${pluralize(items, 'question')} in ${pluralize(topics, 'topic')}`
}
