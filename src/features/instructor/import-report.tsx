import { useStore } from 'zustand'
import { Button } from '#ui/button.tsx'
import { useFocusAfter } from '#ui/use-focus-after.ts'
import { type ImportOutcome, importReportText, importStateStore } from './import-submissions.ts'

const reportId = 'reading-report'

/** How the reading goes, a way to cancel it, and what it brought. */
export function ImportReport() {
  const state = useStore(importStateStore)
  const focusAfter = useFocusAfter()
  return (
    <div id={reportId} tabIndex={-1}>
      {state.kind === 'reading' && (
        <p className="flex flex-wrap items-center gap-x-4">
          <span>
            {state.sourceCount > 1
              ? `Reading file ${state.sourcesRead + 1} of ${state.sourceCount} …`
              : 'Reading …'}
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
        {state.kind === 'reading' ? (
          <span className="sr-only">Reading …</span>
        ) : (
          state.report && <ImportReportText report={state.report} />
        )}
      </div>
    </div>
  )
}

function ImportReportText({ report }: { report: ImportOutcome }) {
  const { refused, refusedCount } = report
  return (
    <>
      <p>{importReportText(report)}</p>
      {refused.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {refused.map(({ source, words }, index) => (
            // Two sources may have one name; the list is never changed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <span translate="no" className="[overflow-wrap:anywhere]">
                {source}
              </span>
              : {words}
            </li>
          ))}
        </ul>
      )}
      {refusedCount > refused.length && <p>… and {refusedCount - refused.length} more.</p>}
    </>
  )
}
