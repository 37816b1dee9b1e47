import type { LabCheck, LabStep } from './lab.ts'

/** What a command left: how it ended and what it printed, errors included. */
export type CommandResult = { exitCode: number; output: string }

export type CheckResult =
  | { kind: 'passed' }
  /** A way that many try and that doesn't work, with what to tell the learner. */
  | { kind: 'wrong-answer'; feedback: string }
  | { kind: 'not-yet' }

/** Whether the machine is as a step wants it, from what the check's command left. */
export function isPassed(check: LabCheck, { exitCode, output }: CommandResult): boolean {
  return exitCode === check.exit && (check.shows === undefined || matches(check.shows, output))
}

/**
 * Judges a step. `wrong` has what the `run` of each of the step's wrong ways left, in their order; where a wrong
 * way has no command of its own, the check's outcome stands for it.
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
