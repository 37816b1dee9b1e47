import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { itemOf, partId, why } from '../common.ts'
import type { ItemKindRules } from '../kind-rules.ts'
import { choiceKey, gradeChoice, ids, readChoice } from './choice.ts'

export const lineSchema = itemOf({
  kind: v.literal('line'),
  file: v.pipe(text(60), v.description('The name of the file that is shown, such as Dockerfile.')),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: partId,
        text: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
        right: v.optional(v.literal(true)),
        why,
      }),
    ),
    v.minLength(3),
    v.maxLength(12),
    v.description('The file line by line, indentation kept; exactly one is right.'),
  ),
})

export type LineItem = v.InferOutput<typeof lineSchema>

/** The id of the line picked. */
export type LineResponse = string

export const lineRules = {
  kind: 'line',
  partialCredit: undefined,
  missing: 'Pick a line first.',
  orderTells: false,
  parts: (item) => ids(item.lines),
  // A file is read from top to bottom: its lines are never shuffled.
  shuffled: (item) => ids(item.lines),
  start: () => undefined,
  readResponse: (item, value) => readChoice(item.lines, value),
  isComplete: () => true,
  grade: (item, response) => gradeChoice(item.lines, response),
  answerKey: (item) => choiceKey(item.lines),
} satisfies ItemKindRules<LineItem, LineResponse>
