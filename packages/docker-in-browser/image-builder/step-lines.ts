/** What the builder prints when a step starts or finishes, for people and for the program that runs the builder. */
export type StepLine = { step: string } & (
  | { state: 'started' | 'unchanged' }
  | { state: 'finished'; seconds: number }
)

export function formatStepLine(line: StepLine): string {
  const text = {
    started: '…',
    unchanged: 'unchanged',
    finished: line.state === 'finished' ? `made in ${Math.round(line.seconds)} s` : '',
  }
  return `  ${line.step.padEnd(12)} ${text[line.state]}`
}

/** Returns undefined for any other line of the builder’s output. */
export function readStepLine(text: string): StepLine | undefined {
  const [, step, status = '', seconds] = /^ {2}(\w+) +(…|unchanged|made in (\d+) s)$/.exec(text) ?? []
  if (step === undefined) return undefined
  if (seconds !== undefined) return { step, state: 'finished', seconds: Number(seconds) }
  return { step, state: status === '…' ? 'started' : 'unchanged' }
}
