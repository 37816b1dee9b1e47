import { useStore } from 'zustand'
import { Button } from '#ui/button.tsx'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { type ImportOutcome, importReportText, importStateStore } from './import-submissions.ts'

const reportId = 'reading-report'

/** The progress of an import, a button to cancel it, and its report. */
export function ImportReport() {
  const state = useStore(importStateStore)
  const focusAfter = useFocusAfterCommit()
  return (
    <div id={reportId} tabIndex={-1}>
      {state.kind === 'importing' && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>
            {state.sourceCount > 1
              ? `Reading file ${state.sourcesRead + 1} of ${state.sourceCount}…`
              : 'Reading…'}
          </span>
          <Button
            onClick={() => {
              state.cancel()
              focusAfter(reportId)
            }}
          >
            Cancel reading
          </Button>
        </p>
      )}
      <div role="status">
        {state.kind === 'importing' ? (
          <span className="sr-only">Reading…</span>
        ) : (
          state.report && <ImportReportText report={state.report} />
        )}
      </div>
    </div>
  )
}

function ImportReportText({ report }: { report: ImportOutcome }) {
  const { rejected, rejectedCount } = report
  return (
    <>
      <p>{importReportText(report)}</p>
      {rejected.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {rejected.map(({ source, message }, index) => (
            // Two sources may have one name; the list is never changed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <span translate="no" className="[overflow-wrap:anywhere]">
                {source}
              </span>
              : {message}
            </li>
          ))}
        </ul>
      )}
      {rejectedCount > rejected.length && <p>… and {rejectedCount - rejected.length} more.</p>}
    </>
  )
}
