import { useProgress } from '#store/progress.ts'
import { useRole } from '#store/role.ts'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { Synopsis } from '#ui/synopsis.tsx'
import type { AreaTopic } from './area-page-data.ts'

/** A topic with its synopsis; expands to objectives and the manager's decision. */
export function TopicRow({ topic }: { topic: AreaTopic }) {
  const isRead = useProgress((progress) => progress.read[topic.id]?.on ?? false)
  const role = useRole()
  return (
    <li className="border-b border-rule">
      <div className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <h2 className="text-xl">
          <PageLink to={topic.address} className="inline-block py-1 no-underline hover:underline">
            {topic.title}
          </PageLink>
          {isRead && (
            <span className="caption ml-2 text-area">
              <Icon name="check" /> read
            </span>
          )}
        </h2>
        <div>
          <p className="leading-snug">
            <Synopsis {...topic} />
          </p>
          <details className="group mt-1">
            <summary className="touch-target inline-flex list-none items-center gap-2 text-sm text-ink-soft hover:text-ink">
              <Icon name="right" className="transition-transform duration-150 group-open:rotate-90" />
              What’s inside<span className="sr-only">: {topic.title}</span>
            </summary>
            <TopicDetails topic={topic} minutes={topic.minutes[role]} />
          </details>
        </div>
      </div>
    </li>
  )
}

function TopicDetails({ topic, minutes }: { topic: AreaTopic; minutes: number }) {
  return (
    <div className="max-w-measure pb-2 text-sm">
      <p className="font-semibold">You will be able to</p>
      <ul className="list-disc pl-5">
        {topic.objectives.map(({ id, text }) => (
          <li key={id}>
            <InlineText text={text} />
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <span className="font-semibold">A manager decides: </span>
        <InlineText text={topic.decision} />
      </p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
        <PageLink to={topic.address}>Read the lesson</PageLink>
        <span className="caption text-ink-soft">
          {minutes} min · {topic.items} questions
        </span>
      </p>
    </div>
  )
}
