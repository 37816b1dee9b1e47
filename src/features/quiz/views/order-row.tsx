import type { KeyboardEvent } from 'react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Inline } from '#ui/inline.tsx'

type RowButton = {
  name: keyof typeof icons
  label: string
  /** Nothing left to do: kept focusable, so that the focus is not lost at an end of the list. */
  isIdle: boolean
  onPress: () => void
}

const icons = { up: 'up', down: 'down', aside: 'cross', use: 'check' } as const

export function OrderRow({
  part,
  text,
  number,
  buttons,
  onKey,
}: {
  part: string
  text: string
  number?: number
  buttons: RowButton[]
  onKey?: (button: string) => (event: KeyboardEvent) => void
}) {
  return (
    <li
      data-part={part}
      className="flex flex-wrap items-center gap-x-3 border border-rule bg-paper-raised pl-3 focus-within:border-accent"
    >
      {number !== undefined && (
        <span aria-hidden="true" className="label w-4 text-ink-soft">
          {number}
        </span>
      )}
      <span className="min-w-40 flex-1 py-2">
        <Inline text={text} />
      </span>
      <span className="needs-script ml-auto flex">
        {buttons.map(({ name, label, isIdle, onPress }) => (
          <Button
            key={name}
            variant="plain"
            data-do={name}
            aria-disabled={isIdle}
            onClick={() => !isIdle && onPress()}
            onKeyDown={onKey?.(name)}
            className="aria-disabled:opacity-40"
          >
            <Icon name={icons[name]} />
            <span className="sr-only">
              {label}: {text.replaceAll('`', '')}
            </span>
          </Button>
        ))}
      </span>
    </li>
  )
}
