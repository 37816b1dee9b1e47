import * as v from 'valibot'
import { createStore } from 'zustand/vanilla'
import type { ClassChoice } from '#domain/quiz-link/class-table.ts'
import { countings } from '#domain/quiz-link/learners.ts'
import { browserStorage } from '#platform/storage.ts'
import { keptTexts } from '#store/kept-texts.ts'

const kept = keptTexts(browserStorage(), 'docker-mastery.class.', 200_000)

const choiceSchema = v.object({
  counting: v.picklist(countings),
  people: v.record(v.pipe(v.string(), v.maxLength(300)), v.picklist(['one', 'several'])),
})

/** What the instructor decided for each class, by the name of its link. Beside the results in the storage. */
export const classChoices = createStore<ReadonlyMap<string, ClassChoice>>(() => new Map())

export function openChoices(): void {
  const read = kept.all().flatMap(({ id, text }) => {
    const choice = parsed(text)
    return choice ? ([[id, choice]] as const) : []
  })
  classChoices.setState(new Map([...classChoices.getState(), ...read]), true)
}

export function chooseForClass(assignment: string, choice: ClassChoice): void {
  classChoices.setState(new Map([...classChoices.getState(), [assignment, choice]]), true)
  kept.write([{ id: assignment, text: JSON.stringify(choice) }])
}

export function forgetChoices(assignments: readonly string[]): void {
  const choices = new Map(classChoices.getState())
  for (const assignment of assignments) {
    choices.delete(assignment)
    kept.remove(assignment)
  }
  classChoices.setState(choices, true)
}

function parsed(text: string): ClassChoice | undefined {
  try {
    const { success, output } = v.safeParse(choiceSchema, JSON.parse(text))
    return success ? output : undefined
  } catch {
    return undefined
  }
}
