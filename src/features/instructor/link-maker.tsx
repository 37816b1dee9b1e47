import { useMemo, useReducer, useState } from 'react'
import { nameLimit, titleLimit } from '#domain/quiz-link/link.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { itemsOfLink } from '#domain/quiz-link/link-items.ts'
import { now } from '#platform/clock.ts'
import { changeDraft, firstDraft, linkOf } from './draft.ts'
import { TextField } from './fields.tsx'
import { type InstructorArea, indexOf, type LoadItems } from './instructor-view.ts'
import { ItemsSection } from './items-section.tsx'
import { LinkPanel } from './link-panel.tsx'
import { Paper } from './paper.tsx'
import { TakingSection } from './taking-section.tsx'

/** A seed nobody chose: the moment, in small letters and digits. */
export function newSeed(): string {
  return now().toString(36)
}

/** The form, and beside it the link as it stands at every moment. */
export function LinkMaker({
  areas,
  seed,
  linkAddress,
  loadItems,
}: {
  areas: readonly InstructorArea[]
  seed: string
  linkAddress: (code: string) => string
  loadItems: LoadItems
}) {
  const index = useMemo(() => indexOf(areas), [areas])
  const kinds = useMemo(() => [...new Set(index.map(({ kind }) => kind))], [index])
  const [draft, change] = useReducer(changeDraft, firstDraft(seed, kinds))
  const [isPaperOpen, setIsPaperOpen] = useState(false)
  const drafted = linkOf(draft, { items: index.map(({ id }) => id), kinds })
  const link = drafted.kind === 'ok' ? drafted.link : undefined
  const asked = link ? itemsOfLink(link, index).items : []
  return (
    <>
      <div className="no-print grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <form onSubmit={(event) => event.preventDefault()} className="grid min-w-0 gap-8">
          <section className="grid gap-5" aria-labelledby="link-about">
            <h3 id="link-about">What it is called</h3>
            <TextField
              name="Title of the quiz"
              value={draft.title}
              onValue={(title) => change({ title })}
              maxLength={titleLimit}
            />
            <TextField
              name="Your name"
              hint="May stay empty. Learners read who asks."
              value={draft.by}
              onValue={(by) => change({ by })}
              maxLength={nameLimit}
              autoComplete="name"
            />
          </section>
          <ItemsSection
            areas={areas}
            kinds={kinds}
            draft={draft}
            onChange={change}
            onNewSeed={() => change({ seed: newSeed() })}
          />
          <TakingSection draft={draft} onChange={change} />
        </form>
        <LinkPanel
          asked={asked}
          wanted={link?.selection.kind === 'draw' ? link.selection.count : asked.length}
          address={link && linkAddress(encodeQuizLink(link))}
          missing={drafted.kind === 'incomplete' ? drafted.missing : []}
          onPaper={() => setIsPaperOpen(true)}
        />
      </div>
      {isPaperOpen && link && (
        <Paper
          link={link}
          asked={asked.map(({ id }) => id)}
          areas={areas}
          loadItems={loadItems}
          onClose={() => setIsPaperOpen(false)}
        />
      )}
    </>
  )
}
