import { countCompletedSteps } from '#domain/lab/completed-steps.ts'
import { useCompletedSteps } from '#store/labs.ts'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { LabEntry } from './lab-page-data.ts'

/** A list of labs: title, goal, minutes, steps done. */
export function LabList({ labs, heading: Heading = 'h3' }: { labs: LabEntry[]; heading?: 'h2' | 'h3' }) {
  return (
    <ul className="m-0 list-none p-0">
      {labs.map((lab) => (
        <li key={lab.id} className="m-0 border-b border-rule py-4">
          <Heading className="m-0 text-xl">
            <PageLink to={lab.address} className="inline-block py-1 no-underline hover:underline">
              {lab.title}
            </PageLink>
          </Heading>
          <p className="m-0 max-w-measure leading-snug">
            <InlineText text={lab.goal} />
          </p>
          <LabProgress lab={lab} />
        </li>
      ))}
    </ul>
  )
}

function LabProgress({ lab }: { lab: LabEntry }) {
  const done = countCompletedSteps(useCompletedSteps(), lab)
  const all = lab.steps.length
  return (
    <p className="caption mt-1 text-ink-soft">
      {lab.minutes} min · {done === 0 ? `${all} steps` : `${done} of ${all} steps done`}
      {done === all && <Icon name="check" className="ml-1 text-area" />}
    </p>
  )
}
