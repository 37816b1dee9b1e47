import type { KeyboardEvent } from 'react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { ignoringComposition } from '#ui/keyboard.ts'

export type OrderAction = 'up' | 'down' | 'set-aside' | 'use'

const labels = { up: 'Move up', down: 'Move down', 'set-aside': 'Set aside', use: 'Use' } satisfies Record<
  OrderAction,
  string
>
/** Two columns of three dots. */
const grip = [2, 8]
  .map((x) => [2, 8, 14].map((y) => `M${x} ${y - 1.25}a1.25 1.25 0 1 1-.01 0z`).join(''))
  .join('')
const icons = { up: 'up', down: 'down', 'set-aside': 'cross', use: 'check' } as const

/**
 * One line with its grip and its buttons. The number key of a placed line picks it, and the arrow keys move it. The
 * grip is for pointers only; the buttons do the same for everyone.
 */
export function OrderRow({
  part,
  text,
  number,
  actions,
  isDragging,
  hasNoMove,
  onAction,
}: {
  part: string
  text: string
  /** Its position, from 1; undefined if it is unused. */
  number?: number
  /** Whether a pointer is dragging it. */
  isDragging: boolean
  actions: OrderAction[]
  /**
   * Whether an action would change nothing. Its button stays focusable, so that the focus is not lost at an end of the
   * list.
   */
  hasNoMove: (action: OrderAction) => boolean
  /** `pressed` is the button with the focus; undefined if the line itself has it. */
  onAction: (action: OrderAction, pressed: OrderAction | undefined) => void
}) {
  const handleArrowKey = ignoringComposition((event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    // With Alt, Ctrl or Command, arrow keys belong to the browser.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { target } = event
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
    const pressed = actions.find((action) => action === button?.dataset.action)
    onAction(event.key === 'ArrowUp' ? 'up' : 'down', pressed)
  })
  return (
    <li
      data-part={part}
      {...(number !== undefined && { 'data-line': '', tabIndex: -1, onKeyDown: handleArrowKey })}
      className={`flex flex-wrap items-center gap-x-2 border bg-paper-raised select-none focus-within:border-accent focus-visible:outline-2 focus-visible:outline-accent ${isDragging ? 'relative z-10 border-ink shadow-lg' : 'cursor-grab border-rule'}`}
    >
      <span
        data-drag-handle
        aria-hidden="true"
        className="needs-script grid h-11 w-8 touch-none place-items-center"
      >
        <svg viewBox="0 0 10 16" aria-hidden="true" className="h-4 fill-current text-ink-soft">
          <path d={grip} />
        </svg>
      </span>
      {number !== undefined && (
        <span aria-hidden="true" className="caption w-4 text-ink-soft">
          {number}
        </span>
      )}
      <span className="min-w-40 flex-1 py-2">
        <InlineText text={text} />
      </span>
      <span className="needs-script ml-auto flex">
        {actions.map((action) => (
          <Button
            key={action}
            variant="plain"
            data-action={action}
            aria-disabled={hasNoMove(action)}
            onClick={() => !hasNoMove(action) && onAction(action, action)}
            className="aria-disabled:opacity-40"
          >
            <Icon name={icons[action]} />
            <span className="sr-only">
              {labels[action]}: {text.replaceAll('`', '')}
            </span>
          </Button>
        ))}
      </span>
    </li>
  )
}
