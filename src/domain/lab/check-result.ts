import type { LabCheck, LabStep } from './lab.ts'

/** The exit code and output of a command, standard error included. */
export type CommandResult = { exitCode: number; output: string }

export type CheckResult =
  | { kind: 'passed' }
  /** A common wrong answer, with the feedback for it. */
  | { kind: 'wrong-answer'; feedback: string }
  | { kind: 'not-yet' }

/** Whether the result of the check's command passes. */
export function isPassed(check: LabCheck, { exitCode, output }: CommandResult): boolean {
  return exitCode === check.exit && (check.shows === undefined || matches(check.shows, output))
}

/**
 * Evaluates a step. `wrongResults` has the result of each wrong answer's `run` command, in order; for a wrong answer
 * without a command, the check's result is used.
 */
export function evaluateStep(
  step: LabStep,
  check: CommandResult,
  wrongResults: readonly (CommandResult | undefined)[],
): CheckResult {
  if (isPassed(step.check, check)) return { kind: 'passed' }
  for (const [index, wrongAnswer] of step.wrong.entries()) {
    if (matches(wrongAnswer.when, (wrongResults[index] ?? check).output))
      return { kind: 'wrong-answer', feedback: wrongAnswer.says }
  }
  return { kind: 'not-yet' }
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'm').test(text)
}
