import type { LabCheck } from '#domain/lab/lab.ts'
import { CommandText } from '#ui/command-text.tsx'

/** The command that a check runs and the result that it expects. */
export function CheckDescription({ check }: { check: LabCheck }) {
  return (
    <details className="lab-hint">
      <summary>What the check looks for</summary>
      <p>It runs this, unseen and as root:</p>
      <pre className="lab-solution">
        <CommandText command={check.run} />
      </pre>
      <p>
        It passes with exit code {check.exit}
        {check.shows === undefined ? (
          '.'
        ) : (
          <>
            {' '}
            and output that matches the regular expression <code>{check.shows}</code>
          </>
        )}
      </p>
    </details>
  )
}
