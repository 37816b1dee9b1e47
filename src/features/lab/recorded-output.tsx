import type { RecordedCommand } from '#domain/recording/recording.ts'
import { CommandText } from '#ui/command-text.tsx'

/** The recorded output of a step’s solution, displayed like a terminal recording in a lesson. */
export function RecordedOutput({
  commands,
  recordedOn,
  number,
}: {
  commands: RecordedCommand[]
  recordedOn: string
  number: number
}) {
  return (
    <figure className="code-block terminal-recording">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is preformatted text first */}
      <pre tabIndex={0} role="region" aria-label={`What the solution of step ${number} prints`}>
        {commands.map((command, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a recording never changes, and may contain a command twice
          <Command key={index} {...command} />
        ))}
      </pre>
      <p className="caption">Seen on {recordedOn}</p>
    </figure>
  )
}

function Command({ run, output, exit }: RecordedCommand) {
  return (
    <>
      <kbd>
        <CommandText command={`${run}\n`} />
      </kbd>
      {output !== '' && <samp>{`${output}\n`}</samp>}
      {exit !== 0 && <small>{`exit code ${exit}\n`}</small>}
    </>
  )
}
