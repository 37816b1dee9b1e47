import { type CheckResult, type CommandResult, evaluateStep, isPassed } from '#domain/lab/check-result.ts'
import type { LabStep } from '#domain/lab/lab.ts'

/**
 * Checks on a machine, hidden from the learner, whether a step is done, and if not, whether it shows a known wrong answer.
 * Used by pages and replays. `check` is the result of the step's own check.
 */
export async function checkStep(
  machine: { run(script: string, options?: { timeoutMillis: number }): Promise<CommandResult> },
  step: LabStep,
  options?: { timeoutMillis: number },
): Promise<{ result: CheckResult; check: CommandResult }> {
  const check = await machine.run(step.check.run, options)
  const wrongResults: (CommandResult | undefined)[] = []
  // Each command takes the machine seconds, so a finished step runs no other.
  if (!isPassed(step.check, check)) {
    for (const { run } of step.wrong)
      wrongResults.push(run === undefined ? undefined : await machine.run(run, options))
  }
  return { result: evaluateStep(step, check, wrongResults), check }
}
