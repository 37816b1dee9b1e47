import { type ReactNode, useId } from 'react'

/**
 * Native radio buttons with a legend: the browser provides the arrow keys, and screen readers say "2 of 3".
 *
 * - `row`: side by side, in a form.
 * - `list`: stacked, each with a description.
 * - `segments`: the control of a figure. The selected one has a line three times as thick, so that color is not needed.
 */
export function RadioGroup<Value extends string>({
  name,
  variant = 'row',
  options,
  value,
  onValueChange,
  areCode = false,
}: {
  name: ReactNode
  variant?: keyof typeof variants
  options: readonly { value: Value; text: string; description?: string }[]
  value: Value
  onValueChange: (value: Value) => void
  /** Whether the options are names or commands, which must not be translated. */
  areCode?: boolean
}) {
  const group = useId()
  const { fieldset, legend, row, label, input } = variants[variant]
  return (
    <fieldset className={fieldset}>
      <legend className={legend}>{name}</legend>
      <div translate={areCode ? 'no' : undefined} className={row}>
        {options.map((option) => (
          <label key={option.value} className={label}>
            <input
              type="radio"
              name={group}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className={input}
            />
            {option.description ? (
              <span>
                <b className="font-semibold">{option.text}</b>{' '}
                <span className="text-ink-soft">{option.description}</span>
              </span>
            ) : (
              option.text
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const variants = {
  row: {
    fieldset: '',
    legend: '',
    row: 'flex flex-wrap gap-x-6',
    label: 'flex min-h-9 gap-3 py-1',
    input: 'mt-1.25 size-4.5 shrink-0 accent-accent',
  },
  list: {
    fieldset: 'max-w-measure',
    legend: 'text-ink-soft',
    row: '',
    label: 'touch-target flex items-baseline gap-3 border-b border-rule py-2',
    input: 'size-4 shrink-0 translate-y-0.5 accent-accent',
  },
  segments: {
    fieldset: 'min-w-0',
    legend: 'caption text-ink-soft',
    row: 'flex flex-wrap',
    label:
      'caption relative inline-flex min-h-11 min-w-9 items-center justify-center border-b border-rule-strong px-2 pb-0.5 @min-[32rem]:px-3 ' +
      'text-ink-soft hover:text-ink has-checked:border-b-[3px] has-checked:border-area has-checked:pb-0 ' +
      'has-checked:font-semibold has-checked:text-ink ' +
      'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
    input: 'absolute inset-0 m-0 cursor-pointer appearance-none outline-none',
  },
}
