import { paths } from '#domain/paths.ts'
import { pluralize } from '#domain/pluralize.ts'
import { latestActivity } from '#domain/progress/latest-activity.ts'
import { type Mastery, masteryByLesson } from '#domain/progress/mastery.ts'
import type { Progress } from '#domain/progress/progress.ts'
import type { ResumeTarget } from '#domain/progress/resume-target.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { formatTimeAgo } from './format-dates.ts'
import type { ProgressLesson } from './progress-page-data.ts'

export type NextPage = Pick<ProgressLesson, 'id' | 'title' | 'address'>

/** A summary in a sentence, and a link to continue. */
export function ProgressSummary({
  progress,
  lessons,
  primers,
  next,
  now,
}: {
  progress: Progress
  lessons: ProgressLesson[]
  primers: ProgressLesson[]
  next: ResumeTarget<NextPage>
  now: number
}) {
  const last = latestActivity(progress)
  const read = lessons.filter(({ id }) => progress.read[id]?.on).length
  const items = masteryOf(progress, lessons)
  const checks = masteryOf(progress, primers)
  return (
    <>
      <p className="mt-3 max-w-measure text-lg leading-relaxed">
        {last
          ? `You have read ${read} of ${pluralize(lessons.length, 'topic')} and answered ${items.answered} of ${pluralize(items.total, 'quiz question')}, ${items.right} of them fully correct.${checks.answered > 0 ? ` In the primers’ self-checks, ${checks.right} of ${pluralize(checks.total, 'question')} are right.` : ''} You were last here ${formatTimeAgo(last.at, now)}.`
          : 'Nothing yet. Read a topic, mark it as read, and its layer appears here; answer its quiz, and the layer gets its size.'}
      </p>
      <p className="no-print mt-5">
        <ContinueLink next={next} />
      </p>
    </>
  )
}

/** All items of some lessons together. */
function masteryOf(progress: Progress, lessons: ProgressLesson[]): Mastery {
  const masteries = masteryByLesson(
    progress.answers,
    lessons.flatMap(({ items }) => items),
  )
  const sum = (of: keyof Mastery) =>
    [...masteries.values()].reduce((total, mastery) => total + mastery[of], 0)
  return { right: sum('right'), answered: sum('answered'), total: sum('total') }
}

function ContinueLink({ next }: { next: ResumeTarget<NextPage> }) {
  if (next.kind === 'quiz') return null
  if (next.kind === 'done') {
    return (
      <PageLink to={paths.quiz()} className={buttonClass('main')}>
        All topics read: try a mixed quiz
      </PageLink>
    )
  }
  const words = { start: 'Start with', opened: 'Continue with', next: 'Next:' }[next.kind]
  return (
    <PageLink to={next.lesson.address} className={buttonClass('main')}>
      {words} {next.lesson.title}
    </PageLink>
  )
}
