import { createStore } from 'zustand/vanilla'
import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { createTextCollection, type StoredText, type StoreFailure } from '#store/text-collection.ts'
import { newStorageId } from './new-storage-id.ts'
import {
  changeDraft,
  type DraftChange,
  parseDraft,
  type QuizDraft,
  type SavedDraft,
  serializeDraft,
} from './quiz-draft.ts'

const storedDrafts = createTextCollection(browserStorage(), 'docker-mastery.draft.', 400_000)

/** The id of the draft that is open in this tab, so that a reload opens the same one. */
const tabStorage = browserStorage(() => window.sessionStorage)
const openKey = 'docker-mastery.open-draft'

export type OtherQuizDraft = SavedDraft & { id: string }

export type QuizDraftsState = {
  /** The draft in the form; undefined until storage has been read. */
  open: QuizDraft | undefined
  id: string
  /** The text as it was last stored or read; undefined while the draft is unchanged. */
  storedText: string | undefined
  saveFailure: StoreFailure | undefined
  others: readonly OtherQuizDraft[]
}

export const quizDraftsStore = createStore<QuizDraftsState>(() => ({
  open: undefined,
  id: '',
  storedText: undefined,
  saveFailure: undefined,
  others: [],
}))

/** Opens this tab's draft, or the latest one, or an empty one. Returns how to stop listening. */
export function loadDrafts(empty: QuizDraft): () => void {
  const { open, id, saveFailure } = quizDraftsStore.getState()
  const isUnsaved = open && saveFailure
  if (!isUnsaved) {
    const all = readStoredDrafts()
    const storedId = tabStorage.read(openKey)
    const idToOpen = open ? id : storedId.kind === 'text' ? storedId.text : undefined
    const found = all.find((each) => each.id === idToOpen) ?? all[0]
    if (found) publishDrafts(found)
    else startDraft(empty)
  }
  refreshOthers()
  return storedDrafts.onChange(refreshOthers)
}

export function updateOpenDraft(change: DraftChange): void {
  const { open, id, storedText } = quizDraftsStore.getState()
  if (!open) return
  const draft = changeDraft(open, change)
  const text = serializeDraft({ changedAt: now(), draft })
  const found = storedDrafts.read(id)
  // Another tab has changed the same draft: this tab continues with a copy, and both are saved.
  const isOpenElsewhere = found !== undefined && found !== storedText
  const ownId = isOpenElsewhere ? newStorageId() : id
  const saveFailure = storedDrafts.write([{ id: ownId, text }]).get(ownId)
  if (!saveFailure) tabStorage.write(openKey, ownId)
  quizDraftsStore.setState({
    open: draft,
    id: ownId,
    saveFailure,
    storedText: saveFailure ? storedText : text,
  })
  if (isOpenElsewhere) refreshOthers()
}

/** Opens an empty form. The previous draft stays in the list. */
export function startDraft(empty: QuizDraft): void {
  tabStorage.remove(openKey)
  quizDraftsStore.setState({ open: empty, id: newStorageId(), storedText: undefined, saveFailure: undefined })
  refreshOthers()
}

export function switchDraft(id: string): void {
  const found = readStoredDrafts().find((each) => each.id === id)
  if (found) publishDrafts(found)
  refreshOthers()
}

/** Deletes a draft; if it is open, an empty form replaces it. */
export function discardDraft(id: string, empty: QuizDraft): void {
  storedDrafts.remove(id)
  if (id === quizDraftsStore.getState().id) startDraft(empty)
  else refreshOthers()
}

function publishDrafts({ id, text, draft }: OtherQuizDraft & StoredText): void {
  tabStorage.write(openKey, id)
  quizDraftsStore.setState({ open: draft, id, storedText: text, saveFailure: undefined })
}

function refreshOthers(): void {
  const { id } = quizDraftsStore.getState()
  quizDraftsStore.setState({ others: readStoredDrafts().filter((each) => each.id !== id) })
}

/** Sorted by last change, newest first. Unreadable texts are left in storage. */
function readStoredDrafts(): (OtherQuizDraft & StoredText)[] {
  return storedDrafts
    .all()
    .flatMap(({ id, text }) => {
      const parsed = parseDraft(text)
      return parsed ? [{ id, text, ...parsed }] : []
    })
    .sort((a, b) => b.changedAt - a.changedAt)
}
