import { Checkbox } from '#ui/fields/checkbox.tsx'
import type { PracticePageData } from './practice-page-data.ts'

/** Checkboxes for topics, grouped by area; the area's own checkbox selects all of its topics. */
export function TopicPicker({
  groups,
  chosen,
  onChange,
}: {
  groups: PracticePageData['groups']
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}) {
  const set = (ids: string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    onChange(next)
  }
  return (
    <div className="grid pb-4 grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
      {groups.map(({ title, topics }) => {
        const ids = topics.map(({ id }) => id)
        const on = ids.filter((id) => chosen.has(id)).length
        return (
          <fieldset key={title} className="border-t border-rule pt-1">
            <legend className="sr-only">{title}</legend>
            <Checkbox
              text={title}
              isChecked={on === ids.length}
              isIndeterminate={on > 0 && on < ids.length}
              onToggle={(isOn) => set(ids, isOn)}
              className="touch-target font-semibold"
            />
            {topics.map(({ id, title: topic, items }) => (
              <Checkbox
                key={id}
                text={
                  <span className="flex items-center gap-3">
                    {topic}
                    <span className="caption ml-auto text-ink-soft">{items}</span>
                  </span>
                }
                isChecked={chosen.has(id)}
                onToggle={(isOn) => set([id], isOn)}
                className="pl-8"
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
