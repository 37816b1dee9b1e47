import { HeadlessMachine } from 'docker-in-browser/node'
import { isPassed } from '#domain/lab/check-result.ts'
import { checkStep } from '#domain/lab/check-step.ts'
import type { Lab } from '#domain/lab/lab.ts'
import { splitCommands } from '#domain/lab/split-commands.ts'

export type ReplayResult = { failures: string[]; transcript: string }

/** Plays a lab from its set-up to its last step's solution, with each step's wrong ways tried on a copy before. */
export async function replayLab(lab: Lab): Promise<ReplayResult> {
  const machine = await HeadlessMachine.start()
  const failures: string[] = []
  let transcript = ''
  const type = async (commands: string) => {
    for (const line of splitCommands(commands)) {
      const { output, exitCode } = await machine.type(line, checkTimeout.timeout)
      transcript += `root@lab# ${output}   ── exit ${exitCode}\n`
    }
  }
  try {
    // Lines that redraw themselves ten times a second cost a small machine more than what they tell of.
    await machine.type('export COMPOSE_PROGRESS=plain BUILDKIT_PROGRESS=plain', checkTimeout.timeout)
    if (lab.setUp !== undefined) {
      const { exitCode, output } = await machine.v86.run(lab.setUp, checkTimeout)
      if (exitCode !== 0) failures.push(`Its set-up ends with exit code ${exitCode}:\n${output}`)
    }
    for (const step of lab.steps) {
      transcript += `\n── step ${step.id}\n`
      const before = await machine.v86.run(step.check.run, checkTimeout)
      if (isPassed(step.check, before))
        failures.push(`Step ${step.id}: its check passes before anything is done.`)
      const copy = step.wrong.length > 0 ? await machine.save() : undefined
      for (const wrongAnswer of step.wrong) {
        await type(wrongAnswer.example)
        const after = await checkStep(machine.v86, step, checkTimeout)
        if (after.verdict.kind !== 'wrong-way' || after.verdict.says !== wrongAnswer.says)
          failures.push(
            `Step ${step.id}: after «${wrongAnswer.example}» it should say «${wrongAnswer.says}», but ${describeResult(after)}`,
          )
        if (copy) await machine.restore(copy)
        transcript += '── back to the step’s start\n'
      }
      await type(step.solution)
      const after = await checkStep(machine.v86, step, checkTimeout)
      if (after.verdict.kind !== 'passed')
        failures.push(`Step ${step.id}: its solution does not pass, ${describeResult(after)}`)
    }
  } catch (error) {
    failures.push(String(error))
  } finally {
    machine.dispose()
  }
  return { failures, transcript }
}

type CheckedStep = Awaited<ReturnType<typeof checkStep>>

/** Longer than in the page: nobody waits, and the computer may be busy. What hangs is ended all the same. */
const checkTimeout = { timeout: 900_000 }

function describeResult({ verdict: { kind, ...rest }, check }: CheckedStep): string {
  const says = 'says' in rest ? ` («${rest.says}»)` : ''
  return `the verdict is ${kind}${says}. The check left exit code ${check.exitCode} and:\n${check.output}`
}
