import type { LabStep } from '#domain/lab/lab.ts'
import type { Machine, RunResult } from '#platform/machine/machine.ts'

export type Verdict = { kind: 'passed' } | { kind: 'wrong'; says: string } | { kind: 'not-yet' }

/** Asks the machine, unseen, whether a step is done; if not, whether it went a way that is known not to work. */
export async function verdictOn(machine: Machine, step: LabStep): Promise<Verdict> {
  const own = await machine.run(step.check.run)
  if (passes(step, own)) return { kind: 'passed' }
  for (const way of step.wrong) {
    const { output } = way.run === undefined ? own : await machine.run(way.run)
    if (new RegExp(way.when, 'm').test(output)) return { kind: 'wrong', says: way.says }
  }
  return { kind: 'not-yet' }
}

function passes({ check }: LabStep, { exitCode, output }: RunResult): boolean {
  return exitCode === check.exit && (check.shows === undefined || new RegExp(check.shows, 'm').test(output))
}
