import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { type ItemKindRules, idsOf } from '../item-kind.ts'
import { explanationSchema, itemSchemaOf, partIdSchema } from '../item-schema.ts'
import { gradeSingleOption, optionAnswerKey, parseOptionId } from './single.ts'

export const lineSchema = itemSchemaOf({
  kind: v.literal('line'),
  file: v.pipe(boundedText(60), v.description('The name of the file that is shown, such as Dockerfile.')),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        text: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
        right: v.optional(v.literal(true)),
        why: explanationSchema,
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
  incompleteMessage: 'Pick a line first.',
  orderIsAnswer: false,
  partIds: (item) => idsOf(item.lines),
  // A file is read from top to bottom: its lines are never shuffled.
  shufflePartIds: (item) => idsOf(item.lines),
  initialResponse: () => undefined,
  parseResponse: (item, value) => parseOptionId(item.lines, value),
  isComplete: () => true,
  grade: (item, response) => gradeSingleOption(item.lines, response),
  answerKey: (item) => optionAnswerKey(item.lines),
} satisfies ItemKindRules<LineItem, LineResponse>
