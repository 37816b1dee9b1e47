import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { slugSchema } from '../../ids.ts'
import type { ItemKindRules } from '../item-kind.ts'
import { explanationSchema, itemSchemaOf, misconceptionSchema, partIdSchema } from '../item-schema.ts'
import { oneOfOptionsRules } from './single.ts'

/** As authors write it: the right option has no text, because the recording is the answer. */
export const traceSchema = itemSchemaOf({
  kind: v.literal('trace'),
  session: v.pipe(
    slugSchema,
    v.description(
      'A session of sessions.yaml that the lesson does not show. Its last command is the question; the ones before it are shown with their output.',
    ),
  ),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        text: v.optional(
          v.pipe(
            boundedText(400),
            v.description('Output that somebody could expect. Not on the right option.'),
          ),
        ),
        right: v.optional(v.pipe(v.literal(true), v.description('Set on the option that was recorded.'))),
        why: explanationSchema,
        misconception: misconceptionSchema,
      }),
    ),
    v.minLength(3),
    v.maxLength(4),
  ),
})

export type WrittenTraceItem = v.InferOutput<typeof traceSchema>
type WrittenOption = WrittenTraceItem['options'][number]

/**
 * As pages load it: the build adds the transcript as `code`, the recorded output, and the engine and date of the
 * recording.
 */
export type TraceItem = Omit<WrittenTraceItem, 'code' | 'options'> & {
  code: { language: 'console'; text: string }
  options: (WrittenOption & { text: string })[]
  /** Such as `Docker Engine 28.5.2, November 26, 2026`. */
  recordedOn: string
}

/** The id of the option picked. */
export type TraceResponse = string

export const traceRules = { kind: 'trace', ...oneOfOptionsRules } satisfies ItemKindRules<
  TraceItem,
  TraceResponse
>
