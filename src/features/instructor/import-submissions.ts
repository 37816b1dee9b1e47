import { createStore } from 'zustand/vanilla'
import { pluralize } from '#domain/pluralize.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import { readFile } from '#platform/read-file.ts'
import { createResultParser, type ResultParser } from '#platform/result-parser/result-parser.ts'
import { addImported, addRejected, emptyImportSummary, type ImportSummary } from './import-summary.ts'
import { type AddResultsReport, addResults, maxResults } from './saved-results-store.ts'

/** Pasted text, or a chosen file. */
export type SubmissionInput = { name: string; text: string } | File

/** The report of the last import. The results themselves are in `savedResultsStore`. */
export type ImportOutcome = AddResultsReport &
  Pick<ImportSummary, 'rejectedCount' | 'rejected'> & { isCanceled: boolean }

export type ImportState =
  | { kind: 'idle'; report: ImportOutcome | undefined }
  | { kind: 'importing'; sourceCount: number; sourcesRead: number; found: number; cancel: () => void }

/** An import continues while the instructor visits another page of the site. */
export const importStateStore = createStore<ImportState>(() => ({ kind: 'idle', report: undefined }))

/** Imports all sources, one after the other. If it is canceled, the results so far are saved. */
export async function importSubmissions(sources: readonly SubmissionInput[]): Promise<ImportOutcome> {
  const summary = emptyImportSummary()
  const parser = createResultParser()
  const canceling = new AbortController()
  const cancel = () => {
    canceling.abort()
    parser.stop()
  }
  for (const [processedCount, source] of sources.entries()) {
    if (canceling.signal.aborted) break
    const found = summary.results.length
    importStateStore.setState(
      { kind: 'importing', sourceCount: sources.length, sourcesRead: processedCount, found, cancel },
      true,
    )
    await importInput(summary, parser, source, canceling.signal)
  }
  parser.stop()
  const report = {
    ...addResults(summary.results),
    rejectedCount: summary.rejectedCount,
    rejected: summary.rejected,
    isCanceled: canceling.signal.aborted,
  }
  importStateStore.setState({ kind: 'idle', report }, true)
  return report
}

export function clearImportReport(): void {
  if (importStateStore.getState().kind === 'idle')
    importStateStore.setState({ kind: 'idle', report: undefined }, true)
}

async function importInput(
  summary: ImportSummary,
  parser: ResultParser,
  source: SubmissionInput,
  signal: AbortSignal,
): Promise<void> {
  const content =
    source instanceof File
      ? await readFile(source, maxResultFileBytes)
      : { kind: 'text' as const, text: source.text }
  if (content.kind !== 'text') return addRejected(summary, source.name, content)
  try {
    addImported(summary, source.name, await parser.parse(content.text))
  } catch {
    if (!signal.aborted) addRejected(summary, source.name, { kind: 'failed' })
  }
}

/** The report of an import, in sentences. */
export function importReportText({
  added,
  duplicateCount,
  notStoredCount,
  rejectedCount,
  isCanceled,
}: ImportOutcome): string {
  const results = (count: number) => pluralize(count, 'result')
  return [
    isCanceled && 'Canceled.',
    `${results(added + duplicateCount)} read.`,
    duplicateCount > 0 && `${duplicateCount} ${duplicateCount === 1 ? 'was' : 'were'} already here.`,
    notStoredCount > 0 && `${results(notStoredCount)} left out: this page stores at most ${maxResults}.`,
    rejectedCount > 0 && `${rejectedCount} could not be read.`,
  ]
    .filter(Boolean)
    .join(' ')
}
