import { paths } from '#domain/paths.ts'
import { type ResumeTarget, resumeTarget } from '#domain/progress/continuation.ts'
import type { QuizOrigin } from '#domain/quiz/attempt.ts'
import { useProgress } from '#store/progress.ts'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { HomeArea, HomeTopic } from './home-page-data.ts'

/** Where to go on: a quiz under way, the topic left open, the next one, or the first for a newcomer. */
export function ContinueLink({ areas }: { areas: HomeArea[] }) {
  const progress = useProgress((state) => state)
  const topics = areas.flatMap((area) => area.topics)
  if (topics.length === 0) return null
  const { words, address } = continueText(resumeTarget(progress, topics))
  return (
    <PageLink to={address} className={buttonClass('main', 'max-w-full')}>
      <span className="min-w-0">{words}</span>
      <Icon name="right" />
    </PageLink>
  )
}

function continueText(place: ResumeTarget<HomeTopic>): { words: string; address: string } {
  switch (place.kind) {
    case 'start':
      return { words: `Start with ${place.lesson.title}`, address: place.lesson.address }
    case 'opened':
      return { words: `Go on with ${place.lesson.title}`, address: place.lesson.address }
    case 'next':
      return { words: `Next: ${place.lesson.title}`, address: place.lesson.address }
    case 'quiz':
      return { words: `Finish the quiz: ${place.session.title}`, address: quizAddress(place.session.origin) }
    case 'done':
      return { words: 'All topics read. See your image', address: paths.progress() }
    default:
      return place satisfies never
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
