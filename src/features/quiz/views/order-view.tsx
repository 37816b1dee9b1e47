import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type OrderItem, orderRules } from '#domain/quiz/kinds/order.ts'
import { Inline } from '#ui/inline.tsx'
import { moved } from './moved.ts'
import { OrderFeedback } from './order-feedback.tsx'
import { OrderRow } from './order-row.tsx'
import { inOrder, stemId, type ViewProps } from './view-props.ts'

/**
 * Lines to put in order with buttons or arrow keys. Where lines may be wrong altogether, they are set aside
 * into a second list. There is no dragging: every move works with one press.
 */
export function OrderView({ item, response, onChange, grade, order }: ViewProps<OrderItem>) {
  const root = useRef<HTMLDivElement>(null)
  const [announcement, setAnnouncement] = useState('')
  const lines = [...item.lines, ...(item.distractors ?? [])]
  const placed = (response !== undefined && orderRules.readResponse(item, response)) || order
  const aside = order.filter((id) => !placed.includes(id))
  const canSetAside = (item.distractors ?? []).length > 0
  if (grade) return <OrderFeedback item={item} placed={placed} grade={grade} />

  /** Rows change place in the page, which takes the focus away: it is put back on the button pressed. */
  function change(id: string, next: string[], button: string) {
    flushSync(() => {
      onChange(next)
      const at = next.indexOf(id)
      setAnnouncement(at < 0 ? 'Set aside' : `Line ${at + 1} of ${next.length}`)
    })
    root.current?.querySelector<HTMLElement>(`[data-part="${id}"] [data-do="${button}"]`)?.focus()
  }
  const move = (id: string, by: number, button: string) => change(id, moved(placed, id, by), button)
  const moveByKey = (id: string, button: string) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    move(id, event.key === 'ArrowUp' ? -1 : 1, button)
  }

  return (
    <div ref={root}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are lists of buttons */}
      <div role="group" aria-describedby={stemId(item)} aria-label="Put the lines in order">
        <p className="label mb-2 text-ink-soft">
          Put the lines in order{canSetAside && ' and set aside what does not belong'}
        </p>
        <ol aria-label="Your order" className="grid gap-2">
          {inOrder(lines, placed).map(({ id, text }, index) => (
            <OrderRow
              key={id}
              part={id}
              text={text}
              number={index + 1}
              buttons={[
                { name: 'up', label: 'Move up', isIdle: index === 0, onPress: () => move(id, -1, 'up') },
                {
                  name: 'down',
                  label: 'Move down',
                  isIdle: index === placed.length - 1,
                  onPress: () => move(id, 1, 'down'),
                },
                ...(canSetAside
                  ? [
                      {
                        name: 'aside' as const,
                        label: 'Set aside',
                        isIdle: placed.length === 1,
                        onPress: () =>
                          change(
                            id,
                            placed.filter((other) => other !== id),
                            'use',
                          ),
                      },
                    ]
                  : []),
              ]}
              onKey={(button) => moveByKey(id, button)}
            />
          ))}
        </ol>
        {canSetAside && (
          <section className="mt-4" aria-label="Set aside">
            <p className="label mb-2 text-ink-soft">Set aside</p>
            {aside.length === 0 && <p className="text-sm text-ink-soft">Nothing yet.</p>}
            <ul className="grid gap-2">
              {inOrder(lines, aside).map(({ id, text }) => (
                <OrderRow
                  key={id}
                  part={id}
                  text={text}
                  buttons={[
                    {
                      name: 'use',
                      label: 'Use',
                      isIdle: false,
                      onPress: () => change(id, [...placed, id], 'aside'),
                    },
                  ]}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
      <p role="status" className="sr-only">
        <Inline text={announcement} />
      </p>
    </div>
  )
}
