import type { QuizLink } from '#domain/quiz-link/link.ts'
import { expectedMinutes } from '#domain/quiz-link/link-time.ts'
import { roleNames } from '#domain/role.ts'

/** What a link asks of a learner, in words: a name for each point and what holds. */
export type Term = { name: string; text: string }

const feedbackTexts = {
  each: 'Right answers and reasons come after each item.',
  end: 'Right answers and reasons come at the end.',
  never: 'Right answers are not shown. You see how each item went.',
} satisfies Record<QuizLink['feedback'], string>

/** `count` is how many items there are to ask; undefined while they are fetched. */
export function termsOf(link: QuizLink, count: number | undefined): Term[] {
  const { selection, by, passMark, due, minutes, tries } = link
  const role = selection.kind === 'draw' ? selection.role : undefined
  const items = count ?? (selection.kind === 'draw' ? selection.count : selection.items.length)
  return [
    ...(by ? [{ name: 'Asked by', text: by }] : []),
    {
      name: 'Items',
      text: `${items} ${items === 1 ? 'item' : 'items'}, about ${minutesText(expectedMinutes(items))}`,
    },
    ...(role ? [{ name: 'Depth', text: roleNames[role] }] : []),
    { name: 'Answers', text: feedbackTexts[link.feedback] },
    {
      name: 'To pass',
      text: passMark === 0 ? 'There is no pass mark.' : `${Math.round(passMark * 100)} % of the points`,
    },
    ...(due ? [{ name: 'Due', text: dueText(due) }] : []),
    ...(minutes ? [{ name: 'Time', text: limitText(minutes) }] : []),
    ...(tries ? [{ name: 'Tries', text: triesText(tries) }] : []),
  ]
}

/** A link's due time in the learner's own time zone, which is named. */
export function dueText(due: string): string {
  return new Date(due).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
}

function limitText(minutes: number): string {
  const warned = minutes > 5 ? ' You are told at five minutes and at one minute before the end.' : ''
  return `${minutesText(minutes)} from the start, shown while you answer.${warned} What is answered by then counts. If you need more time, ask for a link that gives it.`
}

function triesText(tries: number): string {
  return tries === 1
    ? 'One. The first result is the one to hand in.'
    : `${tries}. Hand in the result you like best.`
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
