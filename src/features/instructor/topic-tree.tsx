import { Checkbox } from '#ui/fields/checkbox.tsx'
import type { InstructorArea } from './instructor-page-data.ts'

/** Checkboxes for the topics to draw from; an area's own checkbox stands for all of its topics. */
export function TopicTree({
  areas,
  chosen,
  onChange,
}: {
  areas: readonly InstructorArea[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const allTopicIds = areas.flatMap((area) => area.topics.map(({ id }) => id))
  const set = (ids: readonly string[], isOn: boolean) =>
    onChange(allTopicIds.filter((id) => (ids.includes(id) ? isOn : chosen.includes(id))))
  return (
    <fieldset>
      <legend>Areas and topics</legend>
      <div className="grid gap-x-8 sm:grid-cols-2">
        {areas.map(({ number, title, topics }) => {
          const ids = topics.map(({ id }) => id)
          const on = ids.filter((id) => chosen.includes(id)).length
          return (
            <fieldset key={number} data-area={number} className="mt-2 border-t border-rule pt-1">
              <legend className="sr-only">{title}</legend>
              <Checkbox
                text={title}
                isChecked={on === ids.length}
                isIndeterminate={on > 0 && on < ids.length}
                onToggle={(isOn) => set(ids, isOn)}
                className="font-semibold"
              />
              {topics.map((topic) => (
                <Checkbox
                  key={topic.id}
                  text={topic.title}
                  isChecked={chosen.includes(topic.id)}
                  onToggle={(isOn) => set([topic.id], isOn)}
                  className="pl-7"
                />
              ))}
            </fieldset>
          )
        })}
      </div>
    </fieldset>
  )
}
