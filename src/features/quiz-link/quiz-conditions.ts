import { pluralize } from '#domain/pluralize.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { expectedMinutes } from '#domain/quiz-link/time-limit.ts'
import { roleNames } from '#domain/role.ts'

/** A condition of a quiz link: a label and its text. */
export type QuizCondition = { name: string; text: string }

const feedbackTexts = {
  each: 'You see the correct answer and the explanations after each question.',
  end: 'You see the correct answers and the explanations at the end.',
  never: 'Correct answers are not shown. You see which questions you got right.',
} satisfies Record<QuizLink['feedback'], string>

/** `count` is the number of items; undefined while they are loading. */
export function quizConditions(link: QuizLink, count: number | undefined): QuizCondition[] {
  const { selection, by, passMark, due, minutes, tries } = link
  const role = selection.kind === 'draw' ? selection.role : undefined
  const items = count ?? (selection.kind === 'draw' ? selection.count : selection.items.length)
  return [
    ...(by ? [{ name: 'From', text: by }] : []),
    {
      name: 'Questions',
      text: `${pluralize(items, 'question')}, about ${minutesText(expectedMinutes(items))}`,
    },
    ...(role ? [{ name: 'Depth', text: roleNames[role] }] : []),
    { name: 'Answers', text: feedbackTexts[link.feedback] },
    {
      name: 'To pass',
      text: passMark === 0 ? 'There is no pass mark.' : `${Math.round(passMark * 100)}% of the points`,
    },
    ...(due ? [{ name: 'Due', text: dueText(due) }] : []),
    ...(minutes ? [{ name: 'Time limit', text: timeLimitText(minutes) }] : []),
    ...(tries ? [{ name: 'Attempts', text: attemptLimitText(tries) }] : []),
  ]
}

/** A link's due date in the learner's own time zone, with its name. */
export function dueText(due: string): string {
  return new Date(due).toLocaleString('en-US', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}

function timeLimitText(minutes: number): string {
  const lateWarning = minutes > 5 ? ' You get a warning five minutes and one minute before the end.' : ''
  return `${minutesText(minutes)} from when you start; the time left is always shown.${lateWarning} Whatever you have answered by then counts. If you need more time, ask for a link with a longer limit.`
}

function attemptLimitText(tries: number): string {
  return tries === 1 ? 'One.' : `Up to ${tries}. Submit the result that you like best.`
}

function minutesText(minutes: number): string {
  return pluralize(minutes, 'minute')
}
