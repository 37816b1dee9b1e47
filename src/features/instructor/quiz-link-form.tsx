import { useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { itemsOfLink } from '#domain/quiz-link/link-items.ts'
import { now } from '#platform/clock.ts'
import { TextField } from '#ui/fields/text-field.tsx'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { AttemptSettingsSection } from './attempt-settings-section.tsx'
import { DraftToolbar } from './draft-toolbar.tsx'
import { type InstructorArea, itemsById, topicsOf } from './instructor-page-data.ts'
import { ItemsSection } from './items-section.tsx'
import { PrintedQuiz, printedQuizHeadingId } from './printed-quiz.tsx'
import { draftToQuizLink, emptyDraft, type QuizDraft } from './quiz-draft.ts'
import { loadDrafts, quizDraftsStore, updateOpenDraft } from './quiz-drafts-store.ts'
import { printButtonId, QuizLinkPanel } from './quiz-link-panel.tsx'

/** A new seed from the current time, in lowercase letters and digits. */
function newSeed(): string {
  return now().toString(36)
}

/** The form, and beside it the link, which is always up to date. */
export function QuizLinkForm({
  areas,
  linkAddress,
  loadItems,
}: {
  areas: readonly InstructorArea[]
  linkAddress: (code: string) => string
  loadItems: LoadItems
}) {
  const course = useMemo(() => {
    const index = itemsById(areas)
    const topics = topicsOf(areas).map(({ id }) => id)
    return {
      index,
      topics,
      items: index.map(({ id }) => id),
      kinds: [...new Set(index.map(({ kind }) => kind))],
    }
  }, [areas])
  const { kinds } = course
  const { open } = useStore(quizDraftsStore)
  useLayoutEffect(() => loadDrafts(emptyDraft(newSeed(), kinds)), [kinds])
  // The prerendered form and the first render must match, so randomness and stored drafts come later.
  const draft = open ?? emptyDraft('docker', kinds)
  const [isPaperOpen, setIsPaperOpen] = useState(false)
  const focusAfter = useFocusAfterCommit()
  const draftResult = draftToQuizLink(draft, course)
  const link = draftResult.kind === 'ok' ? draftResult.link : undefined
  const selectedItems = link ? itemsOfLink(link, course.index).items : []
  return (
    <>
      <div className="no-print grid gap-x-12 gap-y-8 @min-[52rem]/part:grid-cols-[minmax(0,1fr)_22rem]">
        <form onSubmit={(event) => event.preventDefault()} className="grid min-w-0 gap-8">
          <DraftToolbar empty={() => emptyDraft(newSeed(), kinds)} />
          <TitleSection draft={draft} />
          <ItemsSection
            areas={areas}
            kinds={kinds}
            draft={draft}
            onChange={updateOpenDraft}
            onNewSeed={() => updateOpenDraft({ seed: newSeed() })}
          />
          <AttemptSettingsSection draft={draft} onChange={updateOpenDraft} />
        </form>
        <QuizLinkPanel
          items={selectedItems}
          requestedCount={link?.selection.kind === 'draw' ? link.selection.count : selectedItems.length}
          address={link && linkAddress(encodeQuizLink(link))}
          missing={draftResult.kind === 'incomplete' ? draftResult.missing : []}
          onPrint={() => {
            setIsPaperOpen(true)
            focusAfter(printedQuizHeadingId)
          }}
        />
      </div>
      {isPaperOpen && link && (
        <PrintedQuiz
          link={link}
          itemIds={selectedItems.map(({ id }) => id)}
          areas={areas}
          loadItems={loadItems}
          onClose={() => {
            setIsPaperOpen(false)
            focusAfter(printButtonId)
          }}
        />
      )}
    </>
  )
}

function TitleSection({ draft }: { draft: QuizDraft }) {
  return (
    <section className="grid gap-5" aria-labelledby="link-about">
      <h3 id="link-about">Title and sender</h3>
      <TextField
        name="Title of the quiz"
        value={draft.title}
        onValueChange={(title) => updateOpenDraft({ title })}
      />
      <TextField
        name="Your name"
        hint="Optional. Learners see who the quiz is from."
        value={draft.by}
        onValueChange={(by) => updateOpenDraft({ by })}
        autoComplete="name"
      />
    </section>
  )
}
