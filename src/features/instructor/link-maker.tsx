import { useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { itemsOfLink } from '#domain/quiz-link/link-items.ts'
import { now } from '#platform/clock.ts'
import { useFocusAfter } from '#ui/focus-after.ts'
import { type Draft, firstDraft, linkOf } from './draft.ts'
import { DraftTools } from './draft-tools.tsx'
import { changeOpenDraft, drafts, openDrafts } from './drafts.ts'
import { TextField } from './fields.tsx'
import { type InstructorArea, indexOf, type LoadItems, topicsOf } from './instructor-view.ts'
import { ItemsSection } from './items-section.tsx'
import { LinkPanel, paperButtonId } from './link-panel.tsx'
import { Paper, paperHeadingId } from './paper.tsx'
import { TakingSection } from './taking-section.tsx'

/** A seed nobody chose: the moment, in small letters and digits. */
function newSeed(): string {
  return now().toString(36)
}

/** The form, and beside it the link as it stands at every moment. */
export function LinkMaker({
  areas,
  linkAddress,
  loadItems,
}: {
  areas: readonly InstructorArea[]
  linkAddress: (code: string) => string
  loadItems: LoadItems
}) {
  const course = useMemo(() => {
    const index = indexOf(areas)
    const topics = topicsOf(areas).map(({ id }) => id)
    return {
      index,
      topics,
      items: index.map(({ id }) => id),
      kinds: [...new Set(index.map(({ kind }) => kind))],
    }
  }, [areas])
  const { kinds } = course
  const { open } = useStore(drafts)
  useLayoutEffect(() => openDrafts(firstDraft(newSeed(), kinds)), [kinds])
  // The prerendered form and the browser's first one must agree, so chance and what is kept come after.
  const draft = open ?? firstDraft('docker', kinds)
  const [isPaperOpen, setIsPaperOpen] = useState(false)
  const focusAfter = useFocusAfter()
  const drafted = linkOf(draft, course)
  const link = drafted.kind === 'ok' ? drafted.link : undefined
  const asked = link ? itemsOfLink(link, course.index).items : []
  return (
    <>
      <div className="no-print grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <form onSubmit={(event) => event.preventDefault()} className="grid min-w-0 gap-8">
          <DraftTools empty={() => firstDraft(newSeed(), kinds)} />
          <AboutSection draft={draft} />
          <ItemsSection
            areas={areas}
            kinds={kinds}
            draft={draft}
            onChange={changeOpenDraft}
            onNewSeed={() => changeOpenDraft({ seed: newSeed() })}
          />
          <TakingSection draft={draft} onChange={changeOpenDraft} />
        </form>
        <LinkPanel
          asked={asked}
          wanted={link?.selection.kind === 'draw' ? link.selection.count : asked.length}
          address={link && linkAddress(encodeQuizLink(link))}
          missing={drafted.kind === 'incomplete' ? drafted.missing : []}
          onPaper={() => {
            setIsPaperOpen(true)
            focusAfter(paperHeadingId)
          }}
        />
      </div>
      {isPaperOpen && link && (
        <Paper
          link={link}
          asked={asked.map(({ id }) => id)}
          areas={areas}
          loadItems={loadItems}
          onClose={() => {
            setIsPaperOpen(false)
            focusAfter(paperButtonId)
          }}
        />
      )}
    </>
  )
}

function AboutSection({ draft }: { draft: Draft }) {
  return (
    <section className="grid gap-5" aria-labelledby="link-about">
      <h3 id="link-about">Title and sender</h3>
      <TextField
        name="Title of the quiz"
        value={draft.title}
        onValue={(title) => changeOpenDraft({ title })}
      />
      <TextField
        name="Your name"
        hint="Optional. Learners see who the quiz is from."
        value={draft.by}
        onValue={(by) => changeOpenDraft({ by })}
        autoComplete="name"
      />
    </section>
  )
}
