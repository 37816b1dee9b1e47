import type { Continuation } from '#domain/progress/continue.ts'
import { lastChange } from '#domain/progress/last-change.ts'
import { type Share, sharesByLesson } from '#domain/progress/mastery.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { counted } from './counted.ts'
import { timeAgo } from './moments.ts'
import type { ProgressLesson } from './progress-view.ts'

/** Where things stand, in a sentence, and where to go on. */
export function Standing({
  progress,
  lessons,
  primers,
  next,
  quiz,
  now,
}: {
  progress: Progress
  lessons: ProgressLesson[]
  primers: ProgressLesson[]
  next: Continuation<ProgressLesson>
  quiz: string
  now: number
}) {
  const last = lastChange(progress)
  const read = lessons.filter(({ id }) => progress.read[id]?.on).length
  const items = shareOf(progress, lessons)
  const checks = shareOf(progress, primers)
  return (
    <>
      <p className="mt-3 max-w-measure text-lg leading-relaxed">
        {last
          ? `You have read ${read} of ${counted(lessons.length, 'topic')} and answered ${items.answered} of ${counted(items.total, 'quiz item')}, ${items.right} of them all right.${checks.answered > 0 ? ` In the primers’ self-checks ${checks.right} of ${counted(checks.total, 'item')} are right.` : ''} You were last here ${timeAgo(last.at, now)}.`
          : 'Nothing yet. Read a topic, mark it as read, and its layer appears here; answer its quiz, and the layer gets its size.'}
      </p>
      <p className="no-print mt-5">
        <WayOn next={next} quiz={quiz} />
      </p>
    </>
  )
}

/** All items of some lessons together. */
function shareOf(progress: Progress, lessons: ProgressLesson[]): Share {
  const shares = sharesByLesson(
    progress.answers,
    lessons.flatMap(({ items }) => items),
  )
  const sum = (of: keyof Share) => [...shares.values()].reduce((total, share) => total + share[of], 0)
  return { right: sum('right'), answered: sum('answered'), total: sum('total') }
}

function WayOn({ next, quiz }: { next: Continuation<ProgressLesson>; quiz: string }) {
  if (next.kind === 'quiz') return null
  if (next.kind === 'done') {
    return (
      <PageLink to={quiz} className={buttonClass('main')}>
        All topics read: try a mixed quiz
      </PageLink>
    )
  }
  const words = { start: 'Start with', opened: 'Go on with', next: 'Next:' }[next.kind]
  return (
    <PageLink to={next.lesson.address} className={buttonClass('main')}>
      {words} {next.lesson.title}
    </PageLink>
  )
}
