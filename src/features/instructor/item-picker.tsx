import { Checkbox } from '#ui/fields/checkbox.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import type { InstructorArea, ItemListing } from './instructor-page-data.ts'
import { difficultyLabels, itemKindLabel } from './item-labels.ts'

/** Picks items one by one, by their stem. */
export function ItemPicker({
  areas,
  picked,
  onChange,
}: {
  areas: readonly InstructorArea[]
  picked: readonly string[]
  onChange: (picked: string[]) => void
}) {
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...picked, id] : picked.filter((other) => other !== id))
  return (
    <fieldset>
      <legend>Pick items</legend>
      {areas.map(({ number, title, topics }) => (
        <section key={number} data-area={number} className="mt-3">
          <h4 className="font-semibold">{title}</h4>
          {topics.map((topic) => {
            const count = topic.items.filter(({ id }) => picked.includes(id)).length
            return (
              <details key={topic.id} className="border-b border-rule">
                <summary className="min-h-9 py-1.5">
                  {topic.title}{' '}
                  <span className="caption text-ink-soft">
                    {count > 0
                      ? `${count} of ${topic.items.length} picked`
                      : topic.items.length === 1
                        ? '1 item'
                        : `${topic.items.length} items`}
                  </span>
                </summary>
                <div className="grid gap-2 pb-3 pl-4">
                  {topic.items.map((item) => (
                    <Checkbox
                      key={item.id}
                      text={<ItemLine item={item} />}
                      isChecked={picked.includes(item.id)}
                      onToggle={(isOn) => toggle(item.id, isOn)}
                      className="items-start"
                    />
                  ))}
                </div>
              </details>
            )
          })}
        </section>
      ))}
    </fieldset>
  )
}

/** An item's stem, kind and difficulty. */
export function ItemLine({ item }: { item: ItemListing }) {
  return (
    <>
      <span className="block leading-snug">
        <InlineText text={item.stem} />
      </span>
      <span className="caption text-ink-soft">
        {itemKindLabel(item.kind)} · {difficultyLabels[item.difficulty]}
      </span>
    </>
  )
}
