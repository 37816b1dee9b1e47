import * as v from 'valibot'

const imageProgressSchema = v.nullable(
  v.variant('state', [
    v.object({
      state: v.literal('preparing'),
      /** What is being done, such as `Making the disk`. */
      step: v.string(),
      number: v.pipe(v.number(), v.minValue(1)),
      count: v.pipe(v.number(), v.minValue(1)),
      fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      secondsLeft: v.optional(v.pipe(v.number(), v.minValue(0))),
    }),
    v.object({ state: v.literal('failed'), message: v.string() }),
    v.object({ state: v.literal('ready') }),
  ]),
)

/**
 * How far the server of `npm start` is with getting the labs' image. Any other site answers with null: nobody there is
 * getting one.
 */
export type ImageProgress = v.InferOutput<typeof imageProgressSchema>

/** Null if the text is no such progress: some hosts send a page of HTML for any address. */
export function parseImageProgress(text: string): ImageProgress {
  try {
    const read = v.safeParse(imageProgressSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
