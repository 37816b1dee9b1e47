/** A choice from a list, with its name before it. */
export function SelectField({
  name,
  value,
  options,
  onValue,
  className = '',
}: {
  name: string
  value: string
  options: readonly { id: string; text: string }[]
  onValue: (id: string) => void
  className?: string
}) {
  return (
    <label className={`inline-flex items-center gap-2 ${className}`}>
      <span>{name}</span>
      <select
        value={value}
        onChange={({ target }) => onValue(target.value)}
        className="touch-target border border-rule-strong bg-paper-raised px-2"
      >
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
