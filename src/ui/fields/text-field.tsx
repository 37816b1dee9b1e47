import { type ComponentProps, type ReactNode, useId } from 'react'

/** A text field with its label above and a hint below. */
export function TextField({
  name,
  hint,
  onValueChange,
  className = 'max-w-md',
  ...input
}: Omit<ComponentProps<'input'>, 'name' | 'onChange'> & {
  name: string
  hint?: ReactNode
  onValueChange: (value: string) => void
}) {
  const hintId = useId()
  return (
    <div>
      <label className="block">
        <span className="block">{name}</span>
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="sentences"
          enterKeyHint="done"
          {...input}
          onChange={({ target }) => onValueChange(target.value)}
          aria-describedby={hint ? hintId : undefined}
          className={`touch-target field-box w-full px-3 ${className}`}
        />
      </label>
      <Hint id={hintId}>{hint}</Hint>
    </div>
  )
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} className="text-sm text-ink-soft">
      {children}
    </p>
  )
}
