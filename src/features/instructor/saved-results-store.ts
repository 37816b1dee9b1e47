import { createStore } from 'zustand/vanilla'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import {
  type ImportedResults,
  parseSavedResults,
  serializeSavedResults,
} from '#domain/quiz-link/saved-results-format.ts'
import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { createTextCollection, type StoreFailure } from '#store/text-collection.ts'
import { newStorageId } from './new-storage-id.ts'
import { runInTimeSlices } from './run-in-time-slices.ts'

/** In characters. Two thirds of the smallest quota of any browser; about two thousand results of ten items. */
const maxLength = 1_600_000

/** The most results that are saved. */
export const maxResults = 5000

const storedBatches = createTextCollection(browserStorage(), 'docker-mastery.results.', maxLength)

/** Results of one assignment from one import; stored under one key. */
type Batch = ImportedResults & { id: string; assignment: string; saveFailure: StoreFailure | undefined }

export type SavedResults = {
  /** In the order of import. */
  batches: readonly Batch[]
  isOpen: boolean
  /** Number of stored texts and results that cannot be read. They are left in storage. */
  unreadable: number
}

export const savedResultsStore = createStore<SavedResults>(() => ({
  batches: [],
  isOpen: false,
  unreadable: 0,
}))

/** Loads stored results and follows changes of other tabs. Returns how to stop listening. */
export function loadSavedResults(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  void refreshSoon()
  const stop = storedBatches.onChange(() => {
    // Another tab may write a thousand keys at once.
    clearTimeout(timer)
    timer = setTimeout(() => void refreshSoon(), 100)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

async function refreshSoon(): Promise<void> {
  const stored = storedBatches.all()
  const known = new Map(savedResultsStore.getState().batches.map((batch) => [batch.id, batch]))
  const read: Batch[] = []
  let unreadableCount = 0
  await runInTimeSlices(stored, ({ id, text }) => {
    const batch = known.get(id) ?? batchOf(id, text)
    if (batch) read.push(batch)
    unreadableCount += batch ? countUnreadable(batch) : 1
  })
  const storedIds = new Set(stored.map(({ id }) => id))
  savedResultsStore.setState(({ batches }) => {
    // Results that were just added or could not be stored exist only in this tab.
    const ownIds = batches.filter(
      ({ id, saveFailure }) => !storedIds.has(id) && (saveFailure || !known.has(id)),
    )
    return {
      isOpen: true,
      unreadable: unreadableCount,
      batches: [...read, ...ownIds].sort((a, b) => a.readAt - b.readAt),
    }
  })
}

function batchOf(id: string, text: string): (Batch & { unreadable: number }) | undefined {
  const parsed = parseSavedResults(text)
  const assignment = parsed?.results[0]?.assignment
  return parsed && assignment ? { ...parsed, id, assignment, saveFailure: undefined } : undefined
}

function countUnreadable(batch: Batch): number {
  return 'unreadable' in batch && typeof batch.unreadable === 'number' ? batch.unreadable : 0
}

export type AddResultsReport = { added: number; duplicateCount: number; notStoredCount: number }

/** Adds results, skipping exact duplicates. */
export function addResults(results: readonly QuizResult[]): AddResultsReport {
  const { batches } = savedResultsStore.getState()
  const here = new Set(batches.flatMap((batch) => batch.results.map((result) => JSON.stringify(result))))
  const byQuiz = new Map<string, QuizResult[]>()
  const counts: AddResultsReport = { added: 0, duplicateCount: 0, notStoredCount: 0 }
  for (const result of results) {
    const text = JSON.stringify(result)
    if (here.has(text)) counts.duplicateCount += 1
    else if (here.size >= maxResults) counts.notStoredCount += 1
    else {
      here.add(text)
      counts.added += 1
      const ofQuiz = byQuiz.get(result.assignment)
      if (ofQuiz) ofQuiz.push(result)
      else byQuiz.set(result.assignment, [result])
    }
  }
  const readAt = now()
  const added = [...byQuiz].map(([assignment, ofQuiz]) => ({
    ...{ id: `${assignment}.${newStorageId()}`, assignment, readAt, results: ofQuiz },
    saveFailure: 'full' as const,
  }))
  savedResultsStore.setState({ batches: storeBatches([...batches, ...added]) })
  return counts
}

/** Stores batches that are not stored yet, as far as there is room. */
function storeBatches(batches: readonly Batch[]): Batch[] {
  const waiting = batches.filter(({ saveFailure }) => saveFailure)
  if (waiting.length === 0) return [...batches]
  const failed = storedBatches.write(
    waiting.map((batch) => ({ id: batch.id, text: serializeSavedResults(batch) })),
  )
  return batches.map((batch) => (batch.saveFailure ? { ...batch, saveFailure: failed.get(batch.id) } : batch))
}

/** Deletes the results of an assignment from memory and storage; without an assignment, all results. */
export function deleteResults(assignment?: string): void {
  const { batches } = savedResultsStore.getState()
  const belongsToAssignment = (batch: Batch) => assignment === undefined || batch.assignment === assignment
  for (const { id } of batches.filter(belongsToAssignment)) storedBatches.remove(id)
  // Unreadable texts are deleted only together with everything else.
  if (assignment === undefined) for (const { id } of storedBatches.all()) storedBatches.remove(id)
  savedResultsStore.setState((state) => ({
    batches: storeBatches(batches.filter((batch) => !belongsToAssignment(batch))),
    unreadable: assignment === undefined ? 0 : state.unreadable,
  }))
}
