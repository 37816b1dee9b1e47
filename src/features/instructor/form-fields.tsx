import { type ComponentProps, type ReactNode, useId } from 'react'

const box = 'touch-target border border-rule-strong bg-paper-raised px-3'

/** A typed field with its name above and what it is for below. */
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
          className={`${box} w-full ${className}`}
        />
      </label>
      <Hint id={hintId}>{hint}</Hint>
    </div>
  )
}

/** A choice among few, as radio buttons under one name. */
export function RadioField<Value extends string>({
  name,
  value,
  options,
  onValueChange,
}: {
  name: string
  value: Value
  options: readonly { value: Value; text: string }[]
  onValueChange: (value: Value) => void
}) {
  const group = useId()
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 gap-3 py-1">
            <input
              type="radio"
              name={group}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="mt-1.25 size-4.5 shrink-0 accent-accent"
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Boxes to tick under one name; `onValue` gets what is ticked then, in the order of the options. */
export function CheckboxField<Value extends string | number>({
  name,
  value,
  options,
  onValueChange,
}: {
  name: string
  value: readonly Value[]
  options: readonly { value: Value; text: string }[]
  onValueChange: (value: Value[]) => void
}) {
  const toggled = (toggle: Value) =>
    options.map((option) => option.value).filter((each) => value.includes(each) !== (each === toggle))
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            text={option.text}
            isChecked={value.includes(option.value)}
            onToggle={() => onValueChange(toggled(option.value))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** One box to tick. `isIndeterminate` shows that some of what it stands for is ticked. */
export function Checkbox({
  text,
  isChecked,
  isIndeterminate = false,
  onToggle,
  className = '',
}: {
  text: ReactNode
  isChecked: boolean
  isIndeterminate?: boolean
  onToggle: (isOn: boolean) => void
  className?: string
}) {
  return (
    <label className={`flex min-h-9 items-center gap-3 ${className}`}>
      <input
        type="checkbox"
        checked={isChecked}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate
        }}
        onChange={({ target }) => onToggle(target.checked)}
        className="size-4.5 shrink-0 accent-accent"
      />
      <span className="min-w-0">{text}</span>
    </label>
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
