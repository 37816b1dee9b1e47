import { type CheckResult, type CommandResult, evaluateStep, isPassed } from '#domain/lab/check-result.ts'
import type { LabStep } from '#domain/lab/lab.ts'

/**
 * Asks a machine, unseen, whether a step is done; if not, whether it went a way that is known not to work. In the
 * page and in replays alike. `check` is what the step's own check left.
 */
export async function checkStep(
  machine: { run(script: string, options?: { timeout: number }): Promise<CommandResult> },
  step: LabStep,
  options?: { timeout: number },
): Promise<{ result: CheckResult; check: CommandResult }> {
  const check = await machine.run(step.check.run, options)
  const wrongResults: (CommandResult | undefined)[] = []
  // Each command costs the machine seconds: a step that is done needs no other.
  if (!isPassed(step.check, check)) {
    for (const { run } of step.wrong)
      wrongResults.push(run === undefined ? undefined : await machine.run(run, options))
  }
  return { result: evaluateStep(step, check, wrongResults), check }
}
