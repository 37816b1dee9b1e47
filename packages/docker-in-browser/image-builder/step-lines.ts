/** What the builder prints when a step begins and when its result is there, for people and for programs that run it. */
export type StepLine = { step: string } & (
  | { state: 'started' | 'unchanged' }
  | { state: 'made'; seconds: number }
)

export function formatStepLine(line: StepLine): string {
  const text = {
    started: '…',
    unchanged: 'unchanged',
    made: line.state === 'made' ? `made in ${Math.round(line.seconds)} s` : '',
  }
  return `  ${line.step.padEnd(12)} ${text[line.state]}`
}

/** Undefined for any other line of the builder's output. */
export function readStepLine(text: string): StepLine | undefined {
  const [, step, words = '', seconds] = /^ {2}(\w+) +(…|unchanged|made in (\d+) s)$/.exec(text) ?? []
  if (step === undefined) return undefined
  if (seconds !== undefined) return { step, state: 'made', seconds: Number(seconds) }
  return { step, state: words === '…' ? 'started' : 'unchanged' }
}
