import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type OrderItem, orderRules } from '#domain/quiz/kinds/order.ts'
import { animateReorder } from './animate-reorder.ts'
import type { DropTarget } from './drop-target.ts'
import { sortByOrder, stemElementId, type ViewProps } from './item-view-props.ts'
import { insertAt, moveBy } from './move-element.ts'
import { OrderFeedback } from './order-feedback.tsx'
import { type OrderAction, OrderRow } from './order-row.tsx'
import { useLineDrag } from './use-line-drag.ts'

/**
 * Lines to put in order with buttons, arrow keys or by dragging. If the item has distractors, lines can be moved to a
 * second list, of unused lines.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: two lists of the same lines, whose markup is half of it
export function OrderView({ item, response, onChange, grade, order }: ViewProps<OrderItem>) {
  const root = useRef<HTMLFieldSetElement>(null)
  const unusedList = useRef<HTMLUListElement>(null)
  const [announcement, setAnnouncement] = useState('')
  const distractors = item.distractors ?? []
  const lines = [...item.lines, ...distractors]
  const placed = (response !== undefined && orderRules.parseResponse(item, response)) || order
  const unusedLines = order.filter((id) => !placed.includes(id))
  const drag = useLineDrag({
    root,
    placed,
    // At least one line must stay: an empty order is no response.
    unusedListTop: (id) => (placed.some((other) => other !== id) ? unusedList.current?.offsetTop : undefined),
    onPlace: (id, target) => updateResponse(id, placeLine(placed, id, target), id),
    onCancel: onChange,
  })
  if (grade) return <OrderFeedback item={item} placed={placed} grade={grade} />

  function updateResponse(id: string, next: string[], draggedId?: string) {
    const change = () =>
      flushSync(() => {
        onChange(next)
        setAnnouncement(positionText(id, next))
      })
    animateReorder(root.current, change, draggedId)
  }
  function performAction(id: string, action: OrderAction, pressed: OrderAction | undefined) {
    updateResponse(id, applyAction(placed, id, action))
    // Moving a row in the page drops the focus, so it is restored.
    const button = action === 'set-aside' ? 'use' : action === 'use' ? 'set-aside' : pressed
    const line = root.current?.querySelector<HTMLElement>(`[data-part="${id}"]`)
    const focused = button ? line?.querySelector<HTMLElement>(`[data-action="${button}"]`) : line
    focused?.focus()
  }
  function positionText(id: string, next: string[]): string {
    const text = lines.find((line) => line.id === id)?.text.replaceAll('`', '')
    const at = next.indexOf(id)
    return at < 0 ? `${text}: set aside` : `${text}: line ${at + 1} of ${next.length}`
  }
  const isUnavailable = (index: number, action: OrderAction) =>
    (action === 'up' && index === 0) ||
    (action === 'down' && index === placed.length - 1) ||
    (action === 'set-aside' && placed.length === 1)

  return (
    <fieldset
      ref={root}
      aria-describedby={stemElementId(item)}
      className={`relative min-w-0 ${drag.draggedId === undefined ? '' : 'cursor-grabbing'}`}
      {...drag.handlers}
    >
      <legend className="caption mb-2 text-ink-soft">
        Put the lines in order{distractors.length > 0 && '; set aside what does not belong'}
      </legend>
      <ol aria-label="Your order" className="grid list-none p-0 grid-cols-1 gap-2">
        {sortByOrder(lines, placed).map(({ id, text }, index) => (
          <OrderRow
            key={id}
            part={id}
            text={text}
            number={index + 1}
            isDragging={drag.draggedId === id}
            actions={distractors.length > 0 ? ['up', 'down', 'set-aside'] : ['up', 'down']}
            hasNoMove={(action) => isUnavailable(index, action)}
            onAction={(action, pressed) => performAction(id, action, pressed)}
          />
        ))}
      </ol>
      {distractors.length > 0 && (
        <div className="mt-4">
          <p className="caption mb-2 text-ink-soft">Set aside{unusedLines.length === 0 && ': nothing yet'}</p>
          <ul ref={unusedList} aria-label="Set aside" className="grid list-none p-0 grid-cols-1 gap-2">
            {sortByOrder(lines, unusedLines).map(({ id, text }) => (
              <OrderRow
                key={id}
                part={id}
                text={text}
                isDragging={drag.draggedId === id}
                actions={['use']}
                hasNoMove={() => false}
                onAction={(action, pressed) => performAction(id, action, pressed)}
              />
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </fieldset>
  )
}

function placeLine(placed: string[], id: string, target: DropTarget): string[] {
  return target === 'unused' ? placed.filter((other) => other !== id) : insertAt(placed, id, target)
}

function applyAction(placed: string[], id: string, action: OrderAction): string[] {
  switch (action) {
    case 'up':
      return moveBy(placed, id, -1)
    case 'down':
      return moveBy(placed, id, 1)
    case 'set-aside':
      return placed.filter((other) => other !== id)
    case 'use':
      return [...placed, id]
    default:
      return action satisfies never
  }
}
