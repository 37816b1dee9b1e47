import { paths } from '#domain/paths.ts'
import { type ResumeTarget, resumeTarget } from '#domain/progress/resume-target.ts'
import type { QuizOrigin } from '#domain/quiz/attempt.ts'
import { useProgress } from '#store/progress.ts'
import { useRole } from '#store/role.ts'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { HomeArea, HomePrimer, HomeTopic } from './home-page-data.ts'

/**
 * Links to the next step: a quiz in progress, an open topic, the next topic, or the first one. A beginner’s first step
 * is the first primer.
 */
export function ContinueLink({ areas, primers }: { areas: HomeArea[]; primers: HomePrimer[] }) {
  const progress = useProgress((state) => state)
  const isBeginner = useRole() === 'beginner'
  const topics: NextPage[] = areas.flatMap((area) => area.topics)
  if (topics.length === 0) return null
  const { text, address } = continueText(resumeTarget(progress, topics, isBeginner ? primers[0] : undefined))
  return (
    <PageLink to={address} className={buttonClass('main', 'max-w-full')}>
      <span className="min-w-0">{text}</span>
      <Icon name="right" />
    </PageLink>
  )
}

type NextPage = Pick<HomeTopic, 'id' | 'title' | 'address'>

function continueText(target: ResumeTarget<NextPage>): { text: string; address: string } {
  switch (target.kind) {
    case 'start':
      return { text: `Start with ${target.lesson.title}`, address: target.lesson.address }
    case 'opened':
      return { text: `Continue with ${target.lesson.title}`, address: target.lesson.address }
    case 'next':
      return { text: `Next: ${target.lesson.title}`, address: target.lesson.address }
    case 'quiz':
      return { text: `Finish the quiz: ${target.attempt.title}`, address: quizAddress(target.attempt.origin) }
    case 'done':
      return { text: 'All topics read. See your image', address: paths.progress() }
    default:
      return target satisfies never
  }
}

function quizAddress(origin: QuizOrigin): string {
  switch (origin.kind) {
    case 'area':
      return paths.quiz(origin.area)
    case 'link':
      return paths.quizLink(origin.code)
    case 'mixed':
    case 'lesson':
      return paths.quiz()
    default:
      return origin satisfies never
  }
}
