/** A select with its label beside it, or above it in small text. */
export function SelectField({
  name,
  isNameAbove = false,
  value,
  options,
  onValueChange,
  className = '',
}: {
  name: string
  isNameAbove?: boolean
  value: string
  options: readonly { value: string; text: string }[]
  onValueChange: (value: string) => void
  className?: string
}) {
  return (
    <label className={isNameAbove ? className : `inline-flex items-center gap-2 ${className}`}>
      <span className={isNameAbove ? 'caption block text-ink-soft' : ''}>{name}</span>
      <select
        value={value}
        onChange={({ target }) => onValueChange(target.value)}
        className="touch-target field-box px-2"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  )
}
