import * as v from 'valibot'
import { createStore } from 'zustand/vanilla'
import type { ScoringChoice } from '#domain/quiz-link/grade-table.ts'
import { scoringPolicies } from '#domain/quiz-link/group-by-learner.ts'
import { browserStorage } from '#platform/storage.ts'
import { createTextCollection } from '#store/text-collection.ts'

const storedChoices = createTextCollection(browserStorage(), 'docker-mastery.class.', 200_000)

const choiceSchema = v.object({
  counting: v.picklist(scoringPolicies),
  people: v.record(v.pipe(v.string(), v.maxLength(300)), v.picklist(['one', 'several'])),
})

/** The instructor’s scoring choices by assignment. They are stored with the results. */
export const scoringChoicesStore = createStore<ReadonlyMap<string, ScoringChoice>>(() => new Map())

export function loadScoringChoices(): void {
  const read = storedChoices.all().flatMap(({ id, text }) => {
    const choice = parseChoice(text)
    return choice ? ([[id, choice]] as const) : []
  })
  scoringChoicesStore.setState(new Map([...scoringChoicesStore.getState(), ...read]), true)
}

export function setScoringChoice(assignment: string, choice: ScoringChoice): void {
  scoringChoicesStore.setState(new Map([...scoringChoicesStore.getState(), [assignment, choice]]), true)
  storedChoices.write([{ id: assignment, text: JSON.stringify(choice) }])
}

export function deleteScoringChoices(assignments: readonly string[]): void {
  const choices = new Map(scoringChoicesStore.getState())
  for (const assignment of assignments) {
    choices.delete(assignment)
    storedChoices.remove(assignment)
  }
  scoringChoicesStore.setState(choices, true)
}

function parseChoice(text: string): ScoringChoice | undefined {
  try {
    const { success, output } = v.safeParse(choiceSchema, JSON.parse(text))
    return success ? output : undefined
  } catch {
    return undefined
  }
}
