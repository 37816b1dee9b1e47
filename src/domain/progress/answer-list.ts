import type { Answer } from './progress.ts'

/** Equal for two answers if and only if their content is equal, whatever the order of their keys. */
function answerFingerprint(answer: Answer): string {
  const { response } = answer
  const parts =
    typeof response === 'string' || Array.isArray(response)
      ? response
      : ['pairs', Object.entries(response).sort()]
  return JSON.stringify([answer.item, answer.rev, parts, answer.score, answer.confidence ?? null])
}

/** Oldest first; answers with the same timestamp are ordered by their content. */
function compareAnswers(a: Answer, b: Answer): number {
  if (a.at !== b.at) return a.at - b.at
  const keyA = answerFingerprint(a)
  const keyB = answerFingerprint(b)
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}

/** The canonical list: sorted, without duplicates. */
export function sortUniqueAnswers(answers: readonly Answer[]): Answer[] {
  const sorted = [...answers].sort(compareAnswers)
  return sorted.filter((answer, index) => {
    const before = sorted[index - 1]
    return !before || compareAnswers(before, answer) !== 0
  })
}

/** The answers in `b` that are not in `a`; both sorted. */
function missingAnswers(b: readonly Answer[], a: readonly Answer[]): Answer[] {
  let at = 0
  return b.filter((answer) => {
    let other = a[at]
    while (other && compareAnswers(other, answer) < 0) other = a[++at]
    return !other || compareAnswers(other, answer) !== 0
  })
}

/** Both lists merged, and how many answers came from `b`. Returns the same list `a` if there are none. */
export function mergeAnswers(a: Answer[], b: Answer[]): { answers: Answer[]; added: number } {
  const newAnswers = missingAnswers(b, a)
  return {
    answers: newAnswers.length === 0 ? a : sortUniqueAnswers([...a, ...newAnswers]),
    added: newAnswers.length,
  }
}

/**
 * The last answer to each item. `revisions` has the current revision of each item; answers to another revision or to a
 * removed item do not count.
 */
export function latestAnswers(
  answers: readonly Answer[],
  revisions: ReadonlyMap<string, number>,
): Map<string, Answer> {
  const latest = new Map<string, Answer>()
  for (const answer of answers) {
    if (revisions.get(answer.item) === answer.rev) latest.set(answer.item, answer)
  }
  return latest
}
