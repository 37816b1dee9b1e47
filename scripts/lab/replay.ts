import { isPassed } from '#domain/lab/check-result.ts'
import type { Lab } from '#domain/lab/lab.ts'
import { verdictOn } from '#platform/machine/verdict-on.ts'
import { HeadlessMachine } from './machine.ts'

export type Replay = { faults: string[]; transcript: string }

/** Plays a lab from its set-up to its last step's solution, with each step's wrong ways tried on a copy before. */
export async function replayLab(lab: Lab): Promise<Replay> {
  const machine = await HeadlessMachine.start()
  const faults: string[] = []
  let transcript = ''
  const type = async (commands: string) => {
    for (const line of linesOf(commands)) {
      const { output, exitCode } = await machine.type(line, patience.timeout)
      transcript += `root@lab# ${output}   ── exit ${exitCode}\n`
    }
  }
  try {
    // Lines that redraw themselves ten times a second cost a small machine more than what they tell of.
    await machine.type('export COMPOSE_PROGRESS=plain BUILDKIT_PROGRESS=plain', patience.timeout)
    if (lab.setUp !== undefined) {
      const { exitCode, output } = await machine.v86.run(lab.setUp, patience)
      if (exitCode !== 0) faults.push(`Its set-up ends with exit code ${exitCode}:\n${output}`)
    }
    for (const step of lab.steps) {
      transcript += `\n── step ${step.id}\n`
      const before = await machine.v86.run(step.check.run, patience)
      if (isPassed(step.check, before))
        faults.push(`Step ${step.id}: its check passes before anything is done.`)
      const copy = step.wrong.length > 0 ? await machine.save() : undefined
      for (const way of step.wrong) {
        await type(way.example)
        const after = await verdictOn(machine.v86, step, patience)
        if (after.verdict.kind !== 'wrong-way' || after.verdict.says !== way.says)
          faults.push(
            `Step ${step.id}: after «${way.example}» it should say «${way.says}», but ${told(after)}`,
          )
        if (copy) await machine.restore(copy)
        transcript += '── back to the step’s start\n'
      }
      await type(step.solution)
      const after = await verdictOn(machine.v86, step, patience)
      if (after.verdict.kind !== 'passed')
        faults.push(`Step ${step.id}: its solution does not pass, ${told(after)}`)
    }
  } catch (error) {
    faults.push(String(error))
  } finally {
    machine.dispose()
  }
  return { faults, transcript }
}

type Judged = Awaited<ReturnType<typeof verdictOn>>

/** Longer than in the page: nobody waits, and the computer may be busy. What hangs is ended all the same. */
const patience = { timeout: 900_000 }

function told({ verdict: { kind, ...rest }, check }: Judged): string {
  const says = 'says' in rest ? ` («${rest.says}»)` : ''
  return `the verdict is ${kind}${says}. The check left exit code ${check.exitCode} and:\n${check.output}`
}

/** A command a line; a line that ends in a backslash, or a here-document, goes on in the next. */
function linesOf(commands: string): string[] {
  const result: string[] = []
  let until: string | null = null
  let current: string[] = []
  for (const line of commands.split('\n')) {
    current.push(line)
    if (until !== null) {
      if (line.trim() === until) until = null
    } else {
      until = /<<-?\s*['"]?(\w+)['"]?/.exec(line)?.[1] ?? null
    }
    if (until !== null || line.endsWith('\\')) continue
    if (current.some((text) => text.trim() !== '')) result.push(current.join('\n'))
    current = []
  }
  return current.length > 0 ? [...result, current.join('\n')] : result
}
