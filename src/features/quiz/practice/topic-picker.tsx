import type { PracticeView } from './practice-page-data.ts'

/** Topics to tick, area by area; an area's own box ticks all of its topics. */
export function TopicPicker({
  groups,
  chosen,
  onChange,
}: {
  groups: PracticeView['groups']
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
            <label className="touch-target flex items-center gap-3 font-semibold">
              <input
                type="checkbox"
                checked={on === ids.length}
                ref={(box) => {
                  if (box) box.indeterminate = on > 0 && on < ids.length
                }}
                onChange={({ target }) => set(ids, target.checked)}
                className="size-5 accent-accent"
              />
              {title}
            </label>
            {topics.map(({ id, title: topic, items }) => (
              <label key={id} className="flex min-h-9 items-center gap-3 pl-8">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={({ target }) => set([id], target.checked)}
                  className="size-4.5 accent-accent"
                />
                {topic}
                <span className="caption ml-auto text-ink-soft">{items}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
