import * as v from 'valibot'
import { lineSchema } from './kinds/line.ts'
import { matchSchema } from './kinds/match.ts'
import { multiSchema } from './kinds/multi.ts'
import { orderSchema } from './kinds/order.ts'
import { shortSchema } from './kinds/short.ts'
import { singleSchema } from './kinds/single.ts'
import { type TraceItem, traceSchema, type WrittenTraceItem } from './kinds/trace.ts'

/** Every kind of item. A new kind is one line here, its file in `kinds/` and its view. */
export const itemSchema = v.variant('kind', [
  singleSchema,
  multiSchema,
  shortSchema,
  orderSchema,
  lineSchema,
  matchSchema,
  traceSchema,
])

/** An item as authors write it. */
export type WrittenItem = v.InferOutput<typeof itemSchema>

/** An item as pages load it. */
export type Item = Exclude<WrittenItem, WrittenTraceItem> | TraceItem
export type ItemKind = Item['kind']

/** A `quiz.yaml`: the items of one lesson. */
export const quizFileSchema = v.pipe(v.array(itemSchema), v.minLength(4, 'at least four items'))
