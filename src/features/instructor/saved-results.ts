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

/** Two thirds of what browsers with the least room give; some two thousand results of ten items. */
const maxLength = 1_600_000

/** The most that is kept at all: a page with more tables than this helps nobody. */
export const maxResults = 5000

const kept = createTextCollection(browserStorage(), 'docker-mastery.results.', maxLength)

/** Results of one quiz, read at one time: what is stored under one key. */
type Batch = ImportedResults & { id: string; assignment: string; notKept: StoreFailure | undefined }

export type SavedResults = {
  /** In the order in which they were read. */
  batches: readonly Batch[]
  isOpen: boolean
  /** Stored texts and results that cannot be read. They stay where they are. */
  unreadable: number
}

export const savedResultsStore = createStore<SavedResults>(() => ({
  batches: [],
  isOpen: false,
  unreadable: 0,
}))

/** Reads what is stored, and afterwards whatever other tabs add and delete. Returns how to stop listening. */
export function loadSavedResults(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  void refreshSoon()
  const stop = kept.onChange(() => {
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
  const stored = kept.all()
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
    // What was added meanwhile, and what could not be stored, is in this tab only.
    const ownIds = batches.filter(({ id, notKept }) => !storedIds.has(id) && (notKept || !known.has(id)))
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
  return parsed && assignment ? { ...parsed, id, assignment, notKept: undefined } : undefined
}

function countUnreadable(batch: Batch): number {
  return 'unreadable' in batch && typeof batch.unreadable === 'number' ? batch.unreadable : 0
}

export type AddResultsReport = { added: number; alreadyHere: number; noRoom: number }

/** Keeps results, but for those that are here to the letter. */
export function addResults(results: readonly QuizResult[]): AddResultsReport {
  const { batches } = savedResultsStore.getState()
  const here = new Set(batches.flatMap((batch) => batch.results.map((result) => JSON.stringify(result))))
  const byQuiz = new Map<string, QuizResult[]>()
  const counts: AddResultsReport = { added: 0, alreadyHere: 0, noRoom: 0 }
  for (const result of results) {
    const text = JSON.stringify(result)
    if (here.has(text)) counts.alreadyHere += 1
    else if (here.size >= maxResults) counts.noRoom += 1
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
    notKept: 'full' as const,
  }))
  savedResultsStore.setState({ batches: stored([...batches, ...added]) })
  return counts
}

/** Stores those that are not stored yet, as far as there is room. */
function stored(batches: readonly Batch[]): Batch[] {
  const waiting = batches.filter(({ notKept }) => notKept)
  if (waiting.length === 0) return [...batches]
  const failed = kept.write(waiting.map((batch) => ({ id: batch.id, text: serializeSavedResults(batch) })))
  return batches.map((batch) => (batch.notKept ? { ...batch, notKept: failed.get(batch.id) } : batch))
}

/** Deletes results here and in the storage; without an assignment, all of them. */
export function deleteResults(assignment?: string): void {
  const { batches } = savedResultsStore.getState()
  const belongsToAssignment = (batch: Batch) => assignment === undefined || batch.assignment === assignment
  for (const { id } of batches.filter(belongsToAssignment)) kept.remove(id)
  // What was unreadable is deleted with all, and only then.
  if (assignment === undefined) for (const { id } of kept.all()) kept.remove(id)
  savedResultsStore.setState((state) => ({
    batches: stored(batches.filter((batch) => !belongsToAssignment(batch))),
    unreadable: assignment === undefined ? 0 : state.unreadable,
  }))
}
