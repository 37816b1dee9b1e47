import { HeadlessMachine } from 'docker-in-browser/node'
import { checkStep } from '#domain/lab/check-step.ts'
import type { Lab } from '#domain/lab/lab.ts'
import { startingScript } from '#domain/lab/shop.ts'
import { splitCommands } from '#domain/lab/split-commands.ts'
import { commandTimeoutMillis } from './command-timeout.ts'

/**
 * Replays a lab from its setup to the last solution, and tries each step's wrong answers from a snapshot first. Returns
 * what failed. `write` receives the transcript piece by piece: each line when it is typed, then its output.
 */
export async function replayLab(lab: Lab, write: (text: string) => void): Promise<string[]> {
  const machine = await HeadlessMachine.start()
  const failures: string[] = []
  const options = { timeoutMillis: commandTimeoutMillis }
  const type = async (commands: string) => {
    for (const line of splitCommands(commands)) {
      write(`root@lab# ${line}\n`)
      const { output, exitCode, durationMillis } = await machine.type(line, commandTimeoutMillis)
      const printed = output.slice(output.indexOf('\n') + 1)
      write(`${printed}   ── exit ${exitCode}, ${(durationMillis / 1000).toFixed(1)} s\n`)
    }
  }
  try {
    // Redrawing progress lines ten times a second would take more time than the work itself.
    await machine.type('export COMPOSE_PROGRESS=plain BUILDKIT_PROGRESS=plain', commandTimeoutMillis)
    const setUp = startingScript(lab)
    if (setUp !== undefined) {
      write('── set-up\n')
      const { exitCode, output } = await machine.v86.run(setUp, options)
      if (exitCode !== 0) failures.push(`Its set-up must end with exit code 0, got ${exitCode}:\n${output}`)
    }
    for (const step of lab.steps) {
      write(`\n── step ${step.id}\n`)
      const before = await checkStep(machine.v86, step, options)
      // Later steps may comment on what the learner did in earlier ones.
      const isUntouched = step === lab.steps[0]
      if (before.result.kind === 'passed' || (isUntouched && before.result.kind !== 'not-yet'))
        failures.push(
          `Step ${step.id}: before anything is done, its check must fail${isUntouched ? ' without feedback' : ''}, but ${describeResult(before)}`,
        )
      const snapshot = step.wrong.length > 0 ? await machine.save() : undefined
      for (const wrongAnswer of step.wrong) {
        await type(wrongAnswer.example)
        const after = await checkStep(machine.v86, step, options)
        if (after.result.kind !== 'wrong-answer' || after.result.feedback !== wrongAnswer.says)
          failures.push(
            `Step ${step.id}: after "${wrongAnswer.example}", the feedback must be "${wrongAnswer.says}", but ${describeResult(after)}`,
          )
        if (snapshot) await machine.restore(snapshot)
        write('── back to the start of the step\n')
      }
      await type(step.solution)
      const after = await checkStep(machine.v86, step, options)
      if (after.result.kind !== 'passed')
        failures.push(`Step ${step.id}: its solution must pass, but ${describeResult(after)}`)
    }
  } catch (error) {
    failures.push(String(error))
  } finally {
    machine.dispose()
  }
  return failures
}

type CheckedStep = Awaited<ReturnType<typeof checkStep>>

function describeResult({ result: { kind, ...rest }, check }: CheckedStep): string {
  const feedback = 'feedback' in rest ? ` ("${rest.feedback}")` : ''
  return `the result is ${kind}${feedback}. The check ended with exit code ${check.exitCode} and printed:\n${check.output}`
}
