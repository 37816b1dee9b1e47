import { type ReactNode, useState } from 'react'
import { TextField } from '#ui/fields/text-field.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'

/**
 * A text field with validation. `value` is the last valid text, which the figure shows. Invalid text stays in the
 * field; when the lesson’s text sets another value, the field shows that one.
 */
export function CheckedField({
  name,
  value,
  problemOf,
  hint,
  placeholder,
  maxLength,
  className,
  onValueChange,
}: {
  name: string
  value: string
  /** The message for invalid text; undefined for valid text. */
  problemOf: (text: string) => string | undefined
  hint?: ReactNode
  placeholder?: string
  maxLength: number
  className?: string
  onValueChange: (value: string) => void
}) {
  const [typed, setTyped] = useState({ text: value, value })
  const text = typed.value === value ? typed.text : value
  // Not an attribute of the field, which would silently cut what is pasted.
  const findProblem = (candidate: string) =>
    candidate.length > maxLength ? `At most ${maxLength} characters.` : problemOf(candidate)
  const problem = findProblem(text)
  return (
    <TextField
      {...verbatimInputProps}
      translate="no"
      name={name}
      value={text}
      placeholder={placeholder}
      className={`font-mono text-sm ${className ?? ''}`}
      aria-invalid={problem !== undefined}
      hint={
        problem === undefined ? (
          hint
        ) : (
          <span role="alert">
            <InlineText text={`${problem} The figure has not changed.`} />
          </span>
        )
      }
      onValueChange={(text) => {
        const isKept = findProblem(text) === undefined
        setTyped({ text, value: isKept ? text : value })
        if (isKept) onValueChange(text)
      }}
    />
  )
}
