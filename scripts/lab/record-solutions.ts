import { checkStep } from '#domain/lab/check-step.ts'
import type { Lab } from '#domain/lab/lab.ts'
import { startingScript, toRecordedStart } from '#domain/lab/shop.ts'
import { splitCommands } from '#domain/lab/split-commands.ts'
import type { LabOutput } from '#domain/recording/lab-output.ts'
import type { RecordedCommand } from '#domain/recording/recording.ts'
import { commandTimeoutMillis } from './command-timeout.ts'
import { readVersions, recordCommand, startRecordedMachine } from './recorded-machine.ts'

/**
 * Types the solutions of a lab into one new machine, step by step, and records their output. Each step must pass its
 * check, so that no recording shows a wrong state. `date` is YYYY-MM-DD.
 */
export async function recordSolutions(lab: Lab, date: string): Promise<LabOutput> {
  const machine = await startRecordedMachine(startingScript(lab))
  try {
    const versions = await readVersions(machine)
    const steps: LabOutput['steps'] = []
    for (const step of lab.steps) {
      const commands: RecordedCommand[] = []
      for (const run of splitCommands(step.solution)) commands.push(await recordCommand(machine, run))
      const { result, check } = await checkStep(machine.v86, step, { timeoutMillis: commandTimeoutMillis })
      if (result.kind !== 'passed')
        throw new Error(
          `Step ${step.id}: its solution must pass its check, but the result is ${result.kind}. The check ended with exit code ${check.exitCode} and printed:\n${check.output}\nThe solution printed:\n${JSON.stringify(commands, undefined, 2)}`,
        )
      steps.push({ id: step.id, commands })
    }
    return { ...versions, seen: date, ...toRecordedStart(lab), steps }
  } finally {
    machine.dispose()
  }
}
