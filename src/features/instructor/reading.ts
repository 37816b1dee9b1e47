import { createStore } from 'zustand/vanilla'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import { readFile } from '#platform/read-file.ts'
import { type ResultReader, resultReader } from '#platform/reading/result-reader.ts'
import { addFound, addRefusal, nothingRead, type Reading } from './inbox.ts'
import { type Added, addResults, maxResults } from './kept-results.ts'

/** A text that was pasted, or a file that was chosen. */
export type Source = { name: string; text: string } | File

/** What the last reading brought. The results themselves are in `keptResults`. */
export type Report = Added & Pick<Reading, 'refusedCount' | 'refused'> & { isCanceled: boolean }

export type ReadingState =
  | { kind: 'idle'; report: Report | undefined }
  | { kind: 'reading'; sourceCount: number; sourcesRead: number; found: number; cancel: () => void }

/** It goes on while the instructor looks at another page of the site. */
export const readingState = createStore<ReadingState>(() => ({ kind: 'idle', report: undefined }))

/** Reads all sources, one after the other; what was read before it is canceled is kept. */
export async function readSources(sources: readonly Source[]): Promise<Report> {
  const reading = nothingRead()
  const reader = resultReader()
  const canceling = new AbortController()
  const cancel = () => {
    canceling.abort()
    reader.stop()
  }
  for (const [sourcesRead, source] of sources.entries()) {
    if (canceling.signal.aborted) break
    const found = reading.results.length
    readingState.setState({ kind: 'reading', sourceCount: sources.length, sourcesRead, found, cancel }, true)
    await readSource(reading, reader, source, canceling.signal)
  }
  reader.stop()
  const report = {
    ...addResults(reading.results),
    refusedCount: reading.refusedCount,
    refused: reading.refused,
    isCanceled: canceling.signal.aborted,
  }
  readingState.setState({ kind: 'idle', report }, true)
  return report
}

export function clearReport(): void {
  if (readingState.getState().kind === 'idle')
    readingState.setState({ kind: 'idle', report: undefined }, true)
}

async function readSource(
  reading: Reading,
  reader: ResultReader,
  source: Source,
  signal: AbortSignal,
): Promise<void> {
  const content =
    source instanceof File
      ? await readFile(source, maxResultFileBytes)
      : { kind: 'text' as const, text: source.text }
  if (content.kind !== 'text') return addRefusal(reading, source.name, content)
  try {
    addFound(reading, source.name, await reader.read(content.text))
  } catch {
    if (!signal.aborted) addRefusal(reading, source.name, { kind: 'failed' })
  }
}

/** What a reading brought, in sentences. */
export function reportText({ added, alreadyHere, noRoom, refusedCount, isCanceled }: Report): string {
  const results = (count: number) => (count === 1 ? '1 result' : `${count} results`)
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
