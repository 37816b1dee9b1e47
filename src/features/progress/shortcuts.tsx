import { setShortcuts, useShortcuts } from '#store/settings.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'

const options = [
  { value: 'on', text: 'On', description: 'One key is enough outside of text fields.' },
  {
    value: 'off',
    text: 'Off',
    description: 'For speech input, or keys pressed by accident. Everything can still be reached with Tab.',
  },
] as const

const keys: { keys: string[]; does: string; isSingle?: true; isOfLabs?: true }[] = [
  { keys: ['/'], does: 'Search', isSingle: true },
  { keys: ['Ctrl K', '⌘ K'], does: 'Search; ⌘ on a Mac' },
  { keys: ['1', '…', '9'], does: 'In a quiz, pick that option or take that line', isSingle: true },
  { keys: ['↑', '↓'], does: 'Move the line that was taken; go through search results' },
  { keys: ['Enter'], does: 'In a quiz, go on' },
  { keys: ['Ctrl Shift Enter'], does: 'Leave the terminal of a lab', isOfLabs: true },
  { keys: ['Ctrl Shift F'], does: 'Find in the output of that terminal', isOfLabs: true },
  {
    keys: ['Ctrl C'],
    does: 'Copy what is selected in that terminal; without a selection it interrupts',
    isOfLabs: true,
  },
  { keys: ['Ctrl S', '⌘ S'], does: 'Save the file in a lab’s editor; ⌘ on a Mac', isOfLabs: true },
]

/** What keys do on these pages, and whether single ones do anything. */
export function Shortcuts({ hasLabs }: { hasLabs: boolean }) {
  const isOn = useShortcuts()
  return (
    <>
      <RadioGroup
        look="list"
        name="Shortcuts of a single key"
        options={options}
        value={isOn ? 'on' : 'off'}
        onValueChange={(value) => setShortcuts(value === 'on')}
      />
      <table className="mt-6 max-w-measure">
        <caption className="mb-2 text-left text-ink-soft">Keys</caption>
        <tbody>
          {keys
            .filter(({ isSingle, isOfLabs }) => (isOn || !isSingle) && (hasLabs || !isOfLabs))
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
