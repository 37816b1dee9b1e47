import { createStore } from 'zustand/vanilla'
import { pluralize } from '#domain/pluralize.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import { readFile } from '#platform/read-file.ts'
import { createResultParser, type ResultParser } from '#platform/result-parser/result-parser.ts'
import { addImported, addRejected, emptyImportSummary, type ImportSummary } from './import-summary.ts'
import { type AddResultsReport, addResults, maxResults } from './saved-results.ts'

/** A text that was pasted, or a file that was chosen. */
export type SubmissionInput = { name: string; text: string } | File

/** What the last reading brought. The results themselves are in `savedResultsStore`. */
export type ImportOutcome = AddResultsReport &
  Pick<ImportSummary, 'refusedCount' | 'refused'> & { isCanceled: boolean }

export type ImportState =
  | { kind: 'idle'; report: ImportOutcome | undefined }
  | { kind: 'reading'; sourceCount: number; sourcesRead: number; found: number; cancel: () => void }

/** It goes on while the instructor looks at another page of the site. */
export const importStateStore = createStore<ImportState>(() => ({ kind: 'idle', report: undefined }))

/** Reads all sources, one after the other; what was read before it is canceled is kept. */
export async function importSubmissions(sources: readonly SubmissionInput[]): Promise<ImportOutcome> {
  const reading = emptyImportSummary()
  const reader = createResultParser()
  const canceling = new AbortController()
  const cancel = () => {
    canceling.abort()
    reader.stop()
  }
  for (const [processedCount, source] of sources.entries()) {
    if (canceling.signal.aborted) break
    const found = reading.results.length
    importStateStore.setState(
      { kind: 'reading', sourceCount: sources.length, sourcesRead: processedCount, found, cancel },
      true,
    )
    await importInput(reading, reader, source, canceling.signal)
  }
  reader.stop()
  const report = {
    ...addResults(reading.results),
    refusedCount: reading.refusedCount,
    refused: reading.refused,
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
  reading: ImportSummary,
  reader: ResultParser,
  source: SubmissionInput,
  signal: AbortSignal,
): Promise<void> {
  const content =
    source instanceof File
      ? await readFile(source, maxResultFileBytes)
      : { kind: 'text' as const, text: source.text }
  if (content.kind !== 'text') return addRejected(reading, source.name, content)
  try {
    addImported(reading, source.name, await reader.read(content.text))
  } catch {
    if (!signal.aborted) addRejected(reading, source.name, { kind: 'failed' })
  }
}

/** What a reading brought, in sentences. */
export function importReportText({
  added,
  alreadyHere,
  noRoom,
  refusedCount,
  isCanceled,
}: ImportOutcome): string {
  const results = (count: number) => pluralize(count, 'result')
  return [
    isCanceled && 'Canceled.',
    `${results(added + alreadyHere)} read.`,
    alreadyHere > 0 && `${alreadyHere} ${alreadyHere === 1 ? 'was' : 'were'} already here.`,
    noRoom > 0 && `${results(noRoom)} left out: this page keeps at most ${maxResults}.`,
    refusedCount > 0 && `${refusedCount} could not be read.`,
  ]
    .filter(Boolean)
    .join(' ')
}
