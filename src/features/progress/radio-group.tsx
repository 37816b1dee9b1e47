import { useId } from 'react'

export type RadioOption<T> = { value: T; name: string; text: string }

/** One of a few, each with a sentence. */
export function RadioGroup<T extends string>({
  legend,
  options,
  value,
  onValueChange,
}: {
  legend: string
  options: readonly RadioOption<T>[]
  value: T
  onValueChange: (value: T) => void
}) {
  const name = useId()
  return (
    <fieldset className="max-w-measure">
      <legend className="text-ink-soft">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="touch-target flex items-baseline gap-3 border-b border-rule py-2"
        >
          <input
            type="radio"
            name={name}
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          <span>
            {option.name} <span className="text-ink-soft">{option.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
