import { type Mastery, masteryByArea, masteryByLesson } from '#domain/progress/mastery.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { PageLink } from '#ui/page-link.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import type { ProgressArea, ProgressLesson } from './progress-page-data.ts'
import { Section } from './section.tsx'

const noMastery: Mastery = { right: 0, answered: 0, total: 0 }

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
  const masteryByAreaId = masteryByArea(progress.answers, items)
  const masteryByPrimerId = masteryByLesson(
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
              <PrimerRow
                key={primer.id}
                primer={primer}
                mastery={masteryByPrimerId.get(primer.id) ?? noMastery}
              />
            ))}
            {areas.map((area) => (
              <AreaRow
                key={area.id}
                area={area}
                read={progress.read}
                mastery={masteryByAreaId.get(area.id) ?? noMastery}
              />
            ))}
          </tbody>
        </table>
      </TableScroller>
    </Section>
  )
}

/** Primers are not marked as read: their self-check shows who can skip them. */
function PrimerRow({ primer, mastery }: { primer: ProgressLesson; mastery: Mastery }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        <PageLink to={primer.address}>{primer.title}</PageLink>
      </th>
      <td>–</td>
      <td>
        <CorrectCount mastery={mastery} of={primer.title} />
      </td>
      <td className="hidden sm:table-cell">Self-check</td>
    </tr>
  )
}

function AreaRow({ area, read, mastery }: { area: ProgressArea; read: Progress['read']; mastery: Mastery }) {
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
        <CorrectCount mastery={mastery} of={area.title} />
      </td>
      <td className="hidden sm:table-cell">
        <PageLink to={area.quiz}>
          Quiz <span className="sr-only">on {area.title}</span>
        </PageLink>
      </td>
    </tr>
  )
}

function CorrectCount({ mastery, of }: { mastery: Mastery; of: string }) {
  return (
    <>
      {mastery.right} of {mastery.total}
      <progress
        className="thin-progress mt-1.5 w-full max-w-40"
        max={Math.max(1, mastery.total)}
        value={mastery.right}
        aria-label={`${of}: questions right`}
      />
    </>
  )
}
