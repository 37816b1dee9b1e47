import { createStore } from 'zustand/vanilla'
import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { type KeptText, keptTexts, type NotKept } from '#store/kept-texts.ts'
import { type Change, changeDraft, type Draft, type KeptDraft, parseDraft, serializeDraft } from './draft.ts'

const kept = keptTexts(browserStorage(), 'docker-mastery.draft.', 400_000)

/** Which draft this tab has open, so that a reload opens it again and not another tab's. */
const tab = browserStorage(() => window.sessionStorage)
const openKey = 'docker-mastery.open-draft'

export type OtherDraft = KeptDraft & { id: string }

export type Drafts = {
  /** The one in the form; undefined until the browser has looked. */
  open: Draft | undefined
  id: string
  /** The text under which it was stored or found last; undefined while nobody has changed it. */
  storedText: string | undefined
  notKept: NotKept | undefined
  others: readonly OtherDraft[]
}

export const drafts = createStore<Drafts>(() => ({
  open: undefined,
  id: '',
  storedText: undefined,
  notKept: undefined,
  others: [],
}))

/** Opens this tab's draft, or else the one that was changed last, or an empty one. Returns how to stop listening. */
export function openDrafts(empty: Draft): () => void {
  const { open, id, notKept } = drafts.getState()
  const isOnlyHere = open && notKept
  if (!isOnlyHere) {
    const all = keptDrafts()
    const inTab = tab.read(openKey)
    const wanted = open ? id : inTab.kind === 'text' ? inTab.text : undefined
    const found = all.find((each) => each.id === wanted) ?? all[0]
    if (found) show(found)
    else startDraft(empty)
  }
  refreshOthers()
  return kept.onChange(refreshOthers)
}

export function changeOpenDraft(change: Change): void {
  const { open, id, storedText } = drafts.getState()
  if (!open) return
  const draft = changeDraft(open, change)
  const text = serializeDraft({ changedAt: now(), draft })
  const found = kept.read(id)
  // Another tab has the same draft open and changed it: this tab goes on with a copy, and both stay.
  const isOthers = found !== undefined && found !== storedText
  const ownId = isOthers ? newId() : id
  const notKept = kept.write([{ id: ownId, text }]).get(ownId)
  if (!notKept) tab.write(openKey, ownId)
  drafts.setState({ open: draft, id: ownId, notKept, storedText: notKept ? storedText : text })
  if (isOthers) refreshOthers()
}

/** An empty form. The draft before it stays among the others. */
export function startDraft(empty: Draft): void {
  tab.remove(openKey)
  drafts.setState({ open: empty, id: newId(), storedText: undefined, notKept: undefined })
  refreshOthers()
}

export function openOther(id: string): void {
  const found = keptDrafts().find((each) => each.id === id)
  if (found) show(found)
  refreshOthers()
}

/** Deletes a draft; where it is the open one, an empty form follows. */
export function discardDraft(id: string, empty: Draft): void {
  kept.remove(id)
  if (id === drafts.getState().id) startDraft(empty)
  else refreshOthers()
}

function show({ id, text, draft }: OtherDraft & KeptText): void {
  tab.write(openKey, id)
  drafts.setState({ open: draft, id, storedText: text, notKept: undefined })
}

function refreshOthers(): void {
  const { id } = drafts.getState()
  drafts.setState({ others: keptDrafts().filter((each) => each.id !== id) })
}

/** The one that was changed last first. What cannot be read is left where it is. */
function keptDrafts(): (OtherDraft & KeptText)[] {
  return kept
    .all()
    .flatMap(({ id, text }) => {
      const parsed = parseDraft(text)
      return parsed ? [{ id, text, ...parsed }] : []
    })
    .sort((a, b) => b.changedAt - a.changedAt)
}

function newId(): string {
  return `${now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}
