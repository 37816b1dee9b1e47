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

/** The progress of the `npm start` server in getting the labs’ image. Null on any other site. */
export type ImageProgress = v.InferOutput<typeof imageProgressSchema>

/** Null if the text is not such progress: some hosts send an HTML page for any address. */
export function parseImageProgress(text: string): ImageProgress {
  try {
    const read = v.safeParse(imageProgressSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
