import type { ReactNode } from 'react'

/** A checkbox. `isIndeterminate` shows that only some of what it stands for is selected. */
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
    <label className={`flex flex-nowrap min-h-9 items-center gap-3 ${className}`}>
      <input
        type="checkbox"
        checked={isChecked}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate
        }}
        onChange={({ target }) => onToggle(target.checked)}
        className="size-4.5 shrink-0 accent-accent"
      />
      <span className="min-w-0 grow">{text}</span>
    </label>
  )
}

/** A group of checkboxes; `onValueChange` gets the checked values in the order of the options. */
export function CheckboxGroup<Value extends string | number>({
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
