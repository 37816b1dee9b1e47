import { type ReactNode, useId } from 'react'

/**
 * The one control of all figures: native radio buttons in a row. A pointer picks, arrow keys step, and a
 * screen reader says "2 of 3" without our doing.
 */
export function FigureRadioGroup<Value extends string>({
  legend,
  options,
  value,
  onChange,
  areCode = false,
}: {
  legend: ReactNode
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  /** The labels are names or commands, which a page translator leaves alone. */
  areCode?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="caption text-ink-soft">{legend}</legend>
      <div translate={areCode ? 'no' : undefined} className="flex flex-wrap">
        {options.map((option) => (
          <label key={option.value} className={cell}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The chosen one has a rule three times as heavy, so that it shows without colours too. */
const cell =
  'caption relative inline-flex min-h-11 min-w-9 items-center justify-center border-b border-rule-strong px-2 pb-0.5 @min-[32rem]:px-3 ' +
  'text-ink-soft hover:text-ink has-checked:border-b-[3px] has-checked:border-area has-checked:pb-0 ' +
  'has-checked:font-semibold has-checked:text-ink ' +
  'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
