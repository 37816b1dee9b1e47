import { Link } from 'react-router'
import { continueWith } from '#domain/progress/continue.ts'
import { useProgress } from '#store/progress.ts'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { HomeArea } from './home-view.ts'

/** Where to go on: the topic left open, or the first one for a newcomer. */
export function Continue({ areas }: { areas: HomeArea[] }) {
  const progress = useProgress((state) => state)
  const topics = areas.flatMap((area) => area.topics)
  const place = continueWith(
    progress,
    topics.map(({ id }) => id),
  )
  const topic = topics.find(({ id }) => id === place?.lesson)
  if (!topic) return null
  return (
    <Link to={topic.address} prefetch="intent" className={buttonClass('main', 'max-w-full')}>
      <span className="min-w-0">
        {words[place?.kind ?? 'start']} {topic.title}
      </span>
      <Icon name="right" />
    </Link>
  )
}

const words = { start: 'Start with', resume: 'Go on with', next: 'Next:' }
