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

const kept = createTextCollection(browserStorage(), 'docker-mastery.draft.', 400_000)

/** Which draft this tab has open, so that a reload opens it again and not another tab's. */
const tab = browserStorage(() => window.sessionStorage)
const openKey = 'docker-mastery.open-draft'

export type OtherQuizDraft = SavedDraft & { id: string }

export type Drafts = {
  /** The one in the form; undefined until the browser has looked. */
  open: QuizDraft | undefined
  id: string
  /** The text under which it was stored or found last; undefined while nobody has changed it. */
  storedText: string | undefined
  notKept: StoreFailure | undefined
  others: readonly OtherQuizDraft[]
}

export const drafts = createStore<Drafts>(() => ({
  open: undefined,
  id: '',
  storedText: undefined,
  notKept: undefined,
  others: [],
}))

/** Opens this tab's draft, or else the one that was changed last, or an empty one. Returns how to stop listening. */
export function loadDrafts(empty: QuizDraft): () => void {
  const { open, id, notKept } = drafts.getState()
  const isUnsaved = open && notKept
  if (!isUnsaved) {
    const all = keptDrafts()
    const tabStorage = tab.read(openKey)
    const wanted = open ? id : tabStorage.kind === 'text' ? tabStorage.text : undefined
    const found = all.find((each) => each.id === wanted) ?? all[0]
    if (found) publishDrafts(found)
    else startDraft(empty)
  }
  refreshOthers()
  return kept.onChange(refreshOthers)
}

export function updateOpenDraft(change: DraftChange): void {
  const { open, id, storedText } = drafts.getState()
  if (!open) return
  const draft = changeDraft(open, change)
  const text = serializeDraft({ changedAt: now(), draft })
  const found = kept.read(id)
  // Another tab has the same draft open and changed it: this tab goes on with a copy, and both stay.
  const isOpenElsewhere = found !== undefined && found !== storedText
  const ownId = isOpenElsewhere ? newStorageId() : id
  const saveFailure = kept.write([{ id: ownId, text }]).get(ownId)
  if (!saveFailure) tab.write(openKey, ownId)
  drafts.setState({
    open: draft,
    id: ownId,
    notKept: saveFailure,
    storedText: saveFailure ? storedText : text,
  })
  if (isOpenElsewhere) refreshOthers()
}

/** An empty form. The draft before it stays among the others. */
export function startDraft(empty: QuizDraft): void {
  tab.remove(openKey)
  drafts.setState({ open: empty, id: newStorageId(), storedText: undefined, notKept: undefined })
  refreshOthers()
}

export function switchDraft(id: string): void {
  const found = keptDrafts().find((each) => each.id === id)
  if (found) publishDrafts(found)
  refreshOthers()
}

/** Deletes a draft; where it is the open one, an empty form follows. */
export function discardDraft(id: string, empty: QuizDraft): void {
  kept.remove(id)
  if (id === drafts.getState().id) startDraft(empty)
  else refreshOthers()
}

function publishDrafts({ id, text, draft }: OtherQuizDraft & StoredText): void {
  tab.write(openKey, id)
  drafts.setState({ open: draft, id, storedText: text, notKept: undefined })
}

function refreshOthers(): void {
  const { id } = drafts.getState()
  drafts.setState({ others: keptDrafts().filter((each) => each.id !== id) })
}

/** The one that was changed last first. What cannot be read is left where it is. */
function keptDrafts(): (OtherQuizDraft & StoredText)[] {
  return kept
    .all()
    .flatMap(({ id, text }) => {
      const parsed = parseDraft(text)
      return parsed ? [{ id, text, ...parsed }] : []
    })
    .sort((a, b) => b.changedAt - a.changedAt)
}
