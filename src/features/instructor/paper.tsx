import { useMemo } from 'react'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { paperOf } from '#domain/quiz-link/paper.ts'
import { useTrouble } from '#store/arrivals.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { NotArrived } from '#ui/not-arrived.tsx'
import { type InstructorArea, type LoadItems, topicsOf } from './instructor-view.ts'
import { PaperKey } from './paper-key.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { itemsPart, useItems } from './use-items.ts'

/** Gets the focus when the paper opens. */
export const paperHeadingId = 'paper'

/** The quiz on paper: a sheet for the class, and from a new page on the key. While it is open it is what prints. */
export function Paper({
  link,
  asked,
  areas,
  loadItems,
  onClose,
}: {
  link: QuizLink
  asked: readonly string[]
  areas: readonly InstructorArea[]
  loadItems: LoadItems
  onClose: () => void
}) {
  const topics = useMemo(() => topicsOf(areas), [areas])
  const loaded = useItems(asked, topics, loadItems)
  const trouble = useTrouble(itemsPart)
  return (
    <section
      aria-labelledby={paperHeadingId}
      className="paper mt-10 border-t-2 border-rule-strong pt-5 print:mt-0 print:border-0 print:pt-0"
    >
      <div className="no-print mb-6 flex flex-wrap items-center gap-3">
        <h3 id={paperHeadingId} tabIndex={-1} className="mr-auto">
          Paper and key
        </h3>
        {loaded.kind === 'ready' && (
          <Button variant="main" onClick={() => window.print()}>
            <Icon name="print" /> Print
          </Button>
        )}
        <Button onClick={onClose}>Close the paper</Button>
      </div>
      <NotArrived what="The paper" trouble={trouble} />
      <div role="status" className="no-print">
        {loaded.kind === 'loading' && !trouble && <p>Loading the items …</p>}
      </div>
      {loaded.kind === 'ready' && (
        <Sheets link={link} items={asked.flatMap((id) => loaded.items.get(id) ?? [])} />
      )}
    </section>
  )
}

function Sheets({ link, items }: { link: QuizLink; items: Parameters<typeof paperOf>[0] }) {
  // Everyone gets the same sheet, so that one key fits all.
  const paper = paperOf(items, { seed: link.seed, shuffle: link.shuffle })
  return (
    <>
      <PaperSheet link={link} items={paper} />
      <PaperKey title={link.title} items={paper} />
    </>
  )
}
