import { type KeyboardEvent, type SyntheticEvent, useId } from 'react'
import { ignoringComposition } from '#ui/keyboard.ts'

/** A date and a time. For an incomplete date the browser reports no text, only that the input is invalid. */
export function DateTimeField({
  name,
  hint,
  value,
  isIncomplete,
  onValueChange,
}: {
  name: string
  hint: string
  value: string
  isIncomplete: boolean
  onValueChange: (value: string, isHalf: boolean) => void
}) {
  const hintId = useId()
  // Filling in one part does not change the value, so there is no change event.
  const readValidity = ({ currentTarget: { value: text, validity } }: SyntheticEvent<HTMLInputElement>) => {
    if (text !== value || validity.badInput !== isIncomplete) onValueChange(text, validity.badInput)
  }
  return (
    <div>
      <label className="block">
        <span className="block">{name}</span>
        <input
          type="datetime-local"
          autoComplete="off"
          value={value}
          onChange={readValidity}
          onKeyUp={ignoringComposition((event: KeyboardEvent<HTMLInputElement>) => readValidity(event))}
          onBlur={readValidity}
          aria-invalid={isIncomplete}
          aria-describedby={hintId}
          className="touch-target w-full max-w-md field-box px-3"
        />
      </label>
      <p id={hintId} className="text-sm text-ink-soft">
        {isIncomplete && (
          <strong className="block text-incorrect">
            Only part of it is filled in. Enter the date and the time, or clear both.
          </strong>
        )}
        {hint}
      </p>
    </div>
  )
}
