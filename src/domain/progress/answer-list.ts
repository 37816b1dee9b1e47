import type { Answer } from './progress.ts'

/** Equal for two answers exactly when all they say is equal, whatever the order of their keys. */
function answerFingerprint(answer: Answer): string {
  const { response } = answer
  const parts =
    typeof response === 'string' || Array.isArray(response)
      ? response
      : ['pairs', Object.entries(response).sort()]
  return JSON.stringify([answer.item, answer.rev, parts, answer.score, answer.confidence ?? null])
}

/** Oldest first; answers of one moment in an order that depends on their content alone. */
function compareAnswers(a: Answer, b: Answer): number {
  if (a.at !== b.at) return a.at - b.at
  const keyA = answerFingerprint(a)
  const keyB = answerFingerprint(b)
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}

/** The one way to write a list of answers down: in order, each once. */
export function sortUniqueAnswers(answers: readonly Answer[]): Answer[] {
  const sorted = [...answers].sort(compareAnswers)
  return sorted.filter((answer, index) => {
    const before = sorted[index - 1]
    return !before || compareAnswers(before, answer) !== 0
  })
}

/** Those of `b` that `a` lacks; both in order. */
function missingAnswers(b: readonly Answer[], a: readonly Answer[]): Answer[] {
  let at = 0
  return b.filter((answer) => {
    let other = a[at]
    while (other && compareAnswers(other, answer) < 0) other = a[++at]
    return !other || compareAnswers(other, answer) !== 0
  })
}

/** Both lists as one, and how many `b` brought. The very list `a` comes back when that is none. */
export function mergeAnswers(a: Answer[], b: Answer[]): { answers: Answer[]; added: number } {
  const newAnswers = missingAnswers(b, a)
  return {
    answers: newAnswers.length === 0 ? a : sortUniqueAnswers([...a, ...newAnswers]),
    added: newAnswers.length,
  }
}

/**
 * The last answer to each item. `revisions` says which revision of an item the course holds today; answers
 * to another revision, or to an item that is gone, don't count.
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
