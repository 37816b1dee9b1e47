import type { FinishedLayer } from '#domain/progress/finished-layers.ts'
import type { Mastery } from '#domain/progress/mastery.ts'
import { PageLink } from '#ui/page-link.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import { formatDate, formatTimeAgo } from './format-dates.ts'
import type { ProgressLesson } from './progress-page-data.ts'
import { Section } from './section.tsx'

export type AreaLesson = ProgressLesson & { areaNumber: number }

/** The columns of `docker history`. A narrow page leaves out the digest. */
export function LayerTable({ layers, now }: { layers: FinishedLayer<AreaLesson>[]; now: number }) {
  return (
    <Section title={<code>docker history you:latest</code>}>
      <TableScroller name="Layers">
        <table className="data-table max-w-4xl">
          <thead className="caption">
            <tr>
              <th scope="col" className="hidden sm:table-cell">
                Image
              </th>
              <th scope="col">Created</th>
              <th scope="col">Created by</th>
              <th scope="col">Size</th>
            </tr>
          </thead>
          <tbody>
            {layers.map((layer) => (
              <LayerRow key={layer.lesson.id} layer={layer} now={now} />
            ))}
            <tr className="text-ink-soft">
              <td className="hidden sm:table-cell">
                <code>&lt;base&gt;</code>
              </td>
              <td>–</td>
              <td>
                <code>FROM scratch</code>
                {layers.length === 0 && ': you, and no layers yet'}
              </td>
              <td>0 questions</td>
            </tr>
          </tbody>
        </table>
      </TableScroller>
    </Section>
  )
}

function LayerRow({ layer, now }: { layer: FinishedLayer<AreaLesson>; now: number }) {
  const { digest, lesson, finishedAt, mastery } = layer
  return (
    <tr data-area={lesson.areaNumber}>
      <td className="hidden sm:table-cell">
        <code>{digest}</code>
      </td>
      <td className="whitespace-nowrap">
        <time dateTime={formatDate(finishedAt)} title={formatDate(finishedAt)}>
          {formatTimeAgo(finishedAt, now)}
        </time>
      </td>
      <th scope="row" className="font-normal">
        <span className="display-number mr-2" aria-hidden="true">
          {String(lesson.areaNumber).padStart(2, '0')}
        </span>
        <PageLink to={lesson.address}>{lesson.title}</PageLink>
      </th>
      <td className="sm:whitespace-nowrap">{layerSizeText(mastery)}</td>
    </tr>
  )
}

function layerSizeText({ right, answered, total }: Mastery): string {
  return answered === 0 ? `no answers, ${total} questions` : `${right} of ${total} right`
}
