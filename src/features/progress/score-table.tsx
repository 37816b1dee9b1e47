import { type Mastery, masteryByArea, masteryByLesson } from '#domain/progress/mastery.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { PageLink } from '#ui/page-link.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import type { ProgressArea, ProgressLesson } from './progress-page-data.ts'
import { Section } from './section.tsx'

const noScore: Mastery = { right: 0, answered: 0, total: 0 }

/** The scores of each primer's self-check and each area: topics read, questions right. */
export function ScoreTable({
  primers,
  areas,
  progress,
}: {
  primers: ProgressLesson[]
  areas: ProgressArea[]
  progress: Progress
}) {
  const items = areas.flatMap((area) => area.lessons.flatMap((lesson) => lesson.items))
  const shares = masteryByArea(progress.answers, items)
  const checks = masteryByLesson(
    progress.answers,
    primers.flatMap((primer) => primer.items),
  )
  return (
    <Section title="Scores">
      <TableScroller name="Scores">
        <table className="data-table max-w-4xl">
          <thead className="caption">
            <tr>
              <th scope="col">Primer or area</th>
              <th scope="col">Read</th>
              <th scope="col">Questions right</th>
              <th scope="col" className="hidden sm:table-cell">
                <span className="sr-only">Quiz</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {primers.map((primer) => (
              <PrimerRow key={primer.id} primer={primer} share={checks.get(primer.id) ?? noScore} />
            ))}
            {areas.map((area) => (
              <AreaRow
                key={area.id}
                area={area}
                read={progress.read}
                share={shares.get(area.id) ?? noScore}
              />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </Section>
  )
}

/** Primers are not marked as read: their self-check shows who can skip them. */
function PrimerRow({ primer, share }: { primer: ProgressLesson; share: Mastery }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        <PageLink to={primer.address}>{primer.title}</PageLink>
      </th>
      <td>–</td>
      <td>
        <CorrectCount share={share} of={primer.title} />
      </td>
      <td className="hidden sm:table-cell">Self-check</td>
    </tr>
  )
}

function AreaRow({ area, read, share }: { area: ProgressArea; read: Progress['read']; share: Mastery }) {
  const done = area.lessons.filter(({ id }) => read[id]?.on).length
  return (
    <tr data-area={area.number}>
      <th scope="row" className="font-normal">
        <span className="display-number mr-2" aria-hidden="true">
          {String(area.number).padStart(2, '0')}
        </span>
        <PageLink to={area.address}>{area.title}</PageLink>
      </th>
      <td className="whitespace-nowrap">
        {done} of {area.lessons.length}
      </td>
      <td>
        <CorrectCount share={share} of={area.title} />
      </td>
      <td className="hidden sm:table-cell">
        <PageLink to={area.quiz}>
          Quiz <span className="sr-only">on {area.title}</span>
        </PageLink>
      </td>
    </tr>
  )
}

function CorrectCount({ share, of }: { share: Mastery; of: string }) {
  return (
    <>
      {share.right} of {share.total}
      <progress
        className="thin-progress mt-1.5 w-full max-w-40"
        max={Math.max(1, share.total)}
        value={share.right}
        aria-label={`${of}: questions right`}
      />
    </>
  )
}
