import { type Share, sharesByArea } from '#domain/progress/mastery.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { PageLink } from '#ui/page-link.tsx'
import type { ProgressArea } from './progress-view.ts'
import { Section } from './section.tsx'
import { TableFrame } from './table-frame.tsx'

const none: Share = { right: 0, answered: 0, total: 0 }

/** How each area stands: topics read, items right. */
export function AreaScores({ areas, progress }: { areas: ProgressArea[]; progress: Progress }) {
  const items = areas.flatMap((area) => area.lessons.flatMap((lesson) => lesson.items))
  const shares = sharesByArea(progress.answers, items)
  return (
    <Section title="Scores by area">
      <TableFrame label="Scores">
        <table className="data-table max-w-4xl">
          <thead className="label">
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Read</th>
              <th scope="col">Items right</th>
              <th scope="col" className="hidden sm:table-cell">
                <span className="sr-only">Quiz</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <AreaRow key={area.id} area={area} read={progress.read} share={shares.get(area.id) ?? none} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}

function AreaRow({ area, read, share }: { area: ProgressArea; read: Progress['read']; share: Share }) {
  const done = area.lessons.filter(({ id }) => read[id]?.on).length
  return (
    <tr data-area={area.number}>
      <th scope="row" className="font-normal">
        <span className="numeral mr-2" aria-hidden="true">
          {String(area.number).padStart(2, '0')}
        </span>
        <PageLink to={area.address}>{area.title}</PageLink>
      </th>
      <td>
        {done} of {area.lessons.length}
      </td>
      <td>
        {share.right} of {share.total}
        <progress
          className="thin-progress mt-1.5 w-full max-w-40"
          max={Math.max(1, share.total)}
          value={share.right}
          aria-label={`${area.title}: items right`}
        />
      </td>
      <td className="hidden sm:table-cell">
        <PageLink to={area.quiz}>
          Quiz <span className="sr-only">on {area.title}</span>
        </PageLink>
      </td>
    </tr>
  )
}
