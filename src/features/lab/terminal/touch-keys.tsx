/** Keys that a phone's keyboard lacks, as a terminal sends them. */
const keys = [
  { name: 'Ctrl-C', sends: '\x03' },
  { name: 'Tab', sends: '\t' },
  { name: 'Esc', sends: '\x1b' },
  { name: '↑', says: 'Up', sends: '\x1b[A' },
  { name: '↓', says: 'Down', sends: '\x1b[B' },
  { name: '←', says: 'Left', sends: '\x1b[D' },
  { name: '→', says: 'Right', sends: '\x1b[C' },
  { name: '|', says: 'Pipe', sends: '|' },
  { name: '/', says: 'Slash', sends: '/' },
  { name: '-', says: 'Hyphen', sends: '-' },
]

export function TouchKeys({ onKeys }: { onKeys: (keys: string) => void }) {
  return (
    <div className="lab-touch-keys" role="toolbar" aria-label="Keys">
      {keys.map(({ name, says, sends }) => (
        <button
          key={name}
          type="button"
          translate="no"
          className="lab-toolbar-button"
          aria-label={says}
          onClick={() => onKeys(sends)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
