import { HeadlessMachine } from 'docker-in-browser/node'
import { isPassed } from '#domain/lab/check-result.ts'
import { checkStep } from '#domain/lab/check-step.ts'
import type { Lab } from '#domain/lab/lab.ts'
import { startingScript } from '#domain/lab/shop.ts'
import { splitCommands } from '#domain/lab/split-commands.ts'

export type ReplayResult = { failures: string[]; transcript: string }

/** Replays a lab from its setup to the last solution, and tries each step's wrong answers from a snapshot first. */
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
    // Redrawing progress lines ten times a second would take more time than the work itself.
    await machine.type('export COMPOSE_PROGRESS=plain BUILDKIT_PROGRESS=plain', checkTimeout.timeout)
    const setUp = startingScript(lab)
    if (setUp !== undefined) {
      const { exitCode, output } = await machine.v86.run(setUp, checkTimeout)
      if (exitCode !== 0) failures.push(`Its set-up must end with exit code 0, got ${exitCode}:\n${output}`)
    }
    for (const step of lab.steps) {
      transcript += `\n── step ${step.id}\n`
      const before = await machine.v86.run(step.check.run, checkTimeout)
      if (isPassed(step.check, before))
        failures.push(`Step ${step.id}: its check must fail before anything is done, but it passes.`)
      const copy = step.wrong.length > 0 ? await machine.save() : undefined
      for (const wrongAnswer of step.wrong) {
        await type(wrongAnswer.example)
        const after = await checkStep(machine.v86, step, checkTimeout)
        if (after.result.kind !== 'wrong-answer' || after.result.feedback !== wrongAnswer.says)
          failures.push(
            `Step ${step.id}: after "${wrongAnswer.example}", the feedback must be "${wrongAnswer.says}", but ${describeResult(after)}`,
          )
        if (copy) await machine.restore(copy)
        transcript += '── back to the start of the step\n'
      }
      await type(step.solution)
      const after = await checkStep(machine.v86, step, checkTimeout)
      if (after.result.kind !== 'passed')
        failures.push(`Step ${step.id}: its solution must pass, but ${describeResult(after)}`)
    }
  } catch (error) {
    failures.push(String(error))
  } finally {
    machine.dispose()
  }
  return { failures, transcript }
}

type CheckedStep = Awaited<ReturnType<typeof checkStep>>

/** Longer than on the page, because the computer may be busy. A command that hangs is still ended. */
const checkTimeout = { timeout: 900_000 }

function describeResult({ result: { kind, ...rest }, check }: CheckedStep): string {
  const feedback = 'feedback' in rest ? ` ("${rest.feedback}")` : ''
  return `the result is ${kind}${feedback}. The check ended with exit code ${check.exitCode} and printed:\n${check.output}`
}
