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
    <label
      className={`grid min-h-9 grid-cols-[auto_minmax(0,1fr)] content-center items-start gap-x-[min(0.75rem,4cqi)] py-1 ${className}`}
    >
      <input
        type="checkbox"
        checked={isChecked}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate
        }}
        onChange={({ target }) => onToggle(target.checked)}
        // Centered on the first line of the text.
        className="mt-[calc((1lh-1.125rem)/2)] size-4.5 accent-accent"
      />
      <span>{text}</span>
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
