import { setShortcuts, useShortcuts } from '#store/settings.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'

const options = [
  { value: 'on', text: 'On', description: 'A single key works outside text fields.' },
  {
    value: 'off',
    text: 'Off',
    description:
      'For speech input, or if you press keys by accident. Everything can still be reached with Tab.',
  },
] as const

const keys: { keys: string[]; does: string; isSingle?: true }[] = [
  { keys: ['/'], does: 'Search', isSingle: true },
  { keys: ['Ctrl K', '⌘ K'], does: 'Search; ⌘ on a Mac' },
  { keys: ['1', '…', '9'], does: 'In a quiz, pick that option or line', isSingle: true },
  { keys: ['↑', '↓'], does: 'Move the picked line; move through search results' },
  { keys: ['Enter'], does: 'In a quiz, continue' },
  { keys: ['Ctrl Shift Enter'], does: 'Leave a lab’s terminal' },
  { keys: ['Ctrl Shift F'], does: 'Search the terminal’s output' },
  {
    keys: ['Ctrl C'],
    does: 'Copy the terminal’s selection; without one, interrupt the command',
  },
  { keys: ['Ctrl S', '⌘ S'], does: 'Save the file in a lab’s editor; ⌘ on a Mac' },
]

/** The list of keyboard shortcuts, and the setting for single-key shortcuts. */
export function Shortcuts() {
  const isOn = useShortcuts()
  return (
    <>
      <RadioGroup
        variant="list"
        name="Single-key shortcuts"
        options={options}
        value={isOn ? 'on' : 'off'}
        onValueChange={(value) => setShortcuts(value === 'on')}
      />
      <table className="mt-6 max-w-measure">
        <caption className="mb-2 text-left text-ink-soft">Keys</caption>
        <tbody>
          {keys
            .filter(({ isSingle }) => isOn || !isSingle)
            .map((row) => (
              <tr key={row.does} className="border-b border-rule">
                <th scope="row" className="py-2 pr-6 text-left font-normal whitespace-nowrap">
                  {row.keys.map((key, index) => (
                    <span key={key}>
                      {index > 0 && ' '}
                      {key === '…' ? key : <kbd>{key}</kbd>}
                    </span>
                  ))}
                </th>
                <td className="py-2">{row.does}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}
