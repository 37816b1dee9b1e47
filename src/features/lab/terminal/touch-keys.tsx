/** Keys that a phone's keyboard lacks, as a terminal sends them. */
const keys = [
  { name: 'Ctrl-C', sends: '\x03' },
  { name: 'Tab', sends: '\t' },
  { name: 'Esc', sends: '\x1b' },
  { name: '↑', label: 'Up', sends: '\x1b[A' },
  { name: '↓', label: 'Down', sends: '\x1b[B' },
  { name: '←', label: 'Left', sends: '\x1b[D' },
  { name: '→', label: 'Right', sends: '\x1b[C' },
  { name: '|', label: 'Pipe', sends: '|' },
  { name: '/', label: 'Slash', sends: '/' },
  { name: '-', label: 'Hyphen', sends: '-' },
]

export function TouchKeys({ onKeys }: { onKeys: (keys: string) => void }) {
  return (
    <div className="lab-touch-keys" role="toolbar" aria-label="Keys">
      {keys.map(({ name, label, sends }) => (
        <button
          key={name}
          type="button"
          translate="no"
          className="lab-toolbar-button"
          aria-label={label}
          onClick={() => onKeys(sends)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
