import { displayOrder, rulesOf } from '../quiz/grading.ts'
import type { Item } from '../quiz/item.ts'
import { definitionsOf } from '../quiz/kinds/match.ts'

/** What is printed below a question. */
export type PrintedAnswer =
  | { kind: 'boxes'; rows: PrintedAnswerRow[]; isCode: boolean }
  | { kind: 'numbers'; rows: PrintedAnswerRow[] }
  | { kind: 'pairs'; terms: string[]; rows: PrintedAnswerRow[] }
  | { kind: 'writing' }

export type PrintedAnswerRow = { letter: string; text: string }

export type PrintedItem = {
  id: string
  number: number
  stem: string
  code?: Item['code']
  instruction: string
  answer: PrintedAnswer
  /** For the instructor's page. `letter` is the letter of the printed row. */
  key: { letter: string; text: string; isRight: boolean; why: string }[]
  explain: string
}

/** The items as they are printed, with options in the order that the link has without a shuffle per learner. */
export function toPrintedQuiz(
  items: readonly Item[],
  order: { seed: string; shuffle: boolean },
): PrintedItem[] {
  return items.map((item, index) => toPrintedItem(item, index + 1, order))
}

function toPrintedItem(item: Item, number: number, order: { seed: string; shuffle: boolean }): PrintedItem {
  const rules = rulesOf(item)
  const shown = displayOrder(item, order)
  const letters = new Map(shown.map((part, at) => [part, letterAt(at)]))
  // A kind lists its parts and their texts in the same order; a test holds every kind to it.
  const key = rules.answerKey().map(({ text, right, why = '' }, at) => ({
    letter: letters.get(rules.partIds()[at] ?? '') ?? '',
    text,
    isRight: right,
    why,
  }))
  const rows = shown.map((_, at) => {
    const letter = letterAt(at)
    return { letter, text: key.find((entry) => entry.letter === letter)?.text ?? '' }
  })
  const instructionAndAnswer = answerOf(item, rows, letters)
  return {
    id: item.id,
    number,
    stem: item.stem,
    ...(item.code && { code: item.code }),
    ...instructionAndAnswer,
    // In the printed order, unless the order itself is the answer.
    key: instructionAndAnswer.answer.kind === 'boxes' ? key.sort(withLetters) : key,
    explain: item.explain,
  }
}

/** Kinds that are answered by checking a box or by writing need no case here. */
function answerOf(
  item: Item,
  rows: PrintedAnswerRow[],
  letters: ReadonlyMap<string, string>,
): Pick<PrintedItem, 'instruction' | 'answer'> {
  if (rows.length === 0) return { instruction: 'Write the answer.', answer: { kind: 'writing' } }
  switch (item.kind) {
    case 'order': {
      const distractors = item.distractors ? ' Leave blank any that do not belong.' : ''
      return {
        instruction: `Number the lines in the right order.${distractors}`,
        answer: { kind: 'numbers', rows },
      }
    }
    case 'match': {
      const lettered = definitionsOf(item).map(({ id, definition }) => ({
        letter: letters.get(id) ?? '',
        text: definition,
      }))
      return {
        instruction: 'Write the letter of the matching description beside each term.',
        answer: {
          kind: 'pairs',
          terms: item.pairs.map(({ term }) => term),
          rows: lettered.sort(withLetters),
        },
      }
    }
    case 'multi':
      return { instruction: 'Check all that apply.', answer: { kind: 'boxes', rows, isCode: false } }
    default:
      return {
        instruction: 'Check one.',
        answer: { kind: 'boxes', rows, isCode: item.kind === 'line' || item.kind === 'trace' },
      }
  }
}

function withLetters(a: { letter: string }, b: { letter: string }): number {
  return a.letter < b.letter ? -1 : 1
}

function letterAt(index: number): string {
  return String.fromCharCode(97 + index)
}
