import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { type ItemKindRules, idsOf } from '../item-kind.ts'
import { explanationSchema, itemSchemaOf, partIdSchema } from '../item-schema.ts'
import { shuffle } from '../seeded-random.ts'

export const matchSchema = itemSchemaOf({
  kind: v.literal('match'),
  pairs: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        term: boundedText(120),
        definition: boundedText(200),
        why: explanationSchema,
      }),
    ),
    v.minLength(3),
    v.maxLength(6),
    v.description('Each term with its definition; `why` explains the pair.'),
  ),
  extra: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: partIdSchema, definition: boundedText(200), why: explanationSchema })),
      v.maxLength(2),
      v.description('Definitions that fit no term.'),
    ),
  ),
})

export type MatchItem = v.InferOutput<typeof matchSchema>

/** Term id to the id of the definition chosen for it. */
export type MatchResponse = Record<string, string>

export const matchRules = {
  kind: 'match',
  partialCredit: 'Each correct pair earns an equal share.',
  incompleteMessage: 'Choose a definition for every term first.',
  orderIsAnswer: true,
  partIds: (item) => idsOf(definitionsOf(item)),
  shufflePartIds: (item, random) => shuffle(idsOf(definitionsOf(item)), random),
  initialResponse: () => ({}),
  parseResponse(item, value) {
    if (typeof value !== 'object' || Array.isArray(value)) return undefined
    const terms = idsOf(item.pairs)
    const known = idsOf(definitionsOf(item))
    const areValidPairs = Object.entries(value).every(
      ([term, chosen]) => terms.includes(term) && known.includes(chosen),
    )
    return areValidPairs ? value : undefined
  },
  isComplete: (item, response) => item.pairs.every((pair) => Object.hasOwn(response, pair.id)),
  grade(item, response) {
    const selectedDefinition = (term: string) =>
      Object.hasOwn(response, term) ? textOf(item, response[term]) : undefined
    const parts = item.pairs.map(({ id, definition, why }) => {
      const text = selectedDefinition(id)
      // Two terms may share one definition: what counts is what it says, not which copy was chosen.
      return { part: id, chosen: text !== undefined, correct: text === definition, why }
    })
    const distractors = (item.extra ?? []).map(({ id, why }) => {
      const chosen = item.pairs.some((pair) => Object.hasOwn(response, pair.id) && response[pair.id] === id)
      return { part: id, chosen, correct: !chosen, why }
    })
    const right = parts.filter((part) => part.correct).length
    return { score: right / parts.length, parts: [...parts, ...distractors] }
  },
  answerKey: (item) => [
    ...item.pairs.map(({ term, definition, why }) => ({ text: `${term}: ${definition}`, right: true, why })),
    ...(item.extra ?? []).map(({ definition, why }) => ({ text: definition, right: false, why })),
  ],
} satisfies ItemKindRules<MatchItem, MatchResponse>

/** What the selects offer: the definition of each pair under the pair's id, and the extra ones. */
export function definitionsOf(item: MatchItem): { id: string; definition: string }[] {
  return [...item.pairs, ...(item.extra ?? [])]
}

function textOf(item: MatchItem, id: string | undefined): string | undefined {
  return definitionsOf(item).find((candidate) => candidate.id === id)?.definition
}
