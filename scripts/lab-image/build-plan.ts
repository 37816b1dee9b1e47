import type { StepLine } from 'docker-in-browser/image-builder'
import type { ImageProgress } from '#domain/lab/image-progress.ts'

type PlannedStep = { name: string; title: string; seconds: number }

/** The steps of the image builder in order, with the time that each took on two idle cores. */
export const buildPlan: readonly PlannedStep[] = [
  { name: 'kernel', title: 'Downloading the Linux kernel', seconds: 20 },
  { name: 'machine', title: 'Downloading Docker and its tools', seconds: 30 },
  { name: 'client', title: 'Downloading Docker’s client', seconds: 15 },
  { name: 'valkey', title: 'Downloading a database for the labs', seconds: 12 },
  { name: 'registry', title: 'Downloading a registry for the labs', seconds: 10 },
  { name: 'compiler', title: 'Downloading a compiler for the labs', seconds: 15 },
  { name: 'drivers', title: 'Choosing the kernel’s drivers', seconds: 5 },
  { name: 'initramfs', title: 'Packing what the machine boots from', seconds: 3 },
  { name: 'contexts', title: 'Collecting the files of the images', seconds: 6 },
  { name: 'disk', title: 'Making the disk', seconds: 15 },
  { name: 'images', title: 'Building the images in the machine', seconds: 150 },
  { name: 'snapshot', title: 'Starting Docker and taking a snapshot', seconds: 80 },
  { name: 'packed', title: 'Compressing the image', seconds: 15 },
  { name: 'compiled', title: 'Compiling code ahead of time', seconds: 60 },
  { name: 'packs', title: 'Packing what first commands read', seconds: 1 },
]

/** Seconds by name of step, as measured on this computer. */
export type StepTimes = Readonly<Record<string, number>>

export type BuildState = { running: string | undefined; startedAt: number; done: readonly string[] }

/** The state after a line of the builder’s output. `at` is in milliseconds. */
export function afterStepLine(state: BuildState, line: StepLine, at: number): BuildState {
  return line.state === 'started'
    ? { ...state, running: line.step, startedAt: at }
    : { running: undefined, startedAt: at, done: [...state.done, line.step] }
}

/** The progress of the build. A step that takes longer than expected stays just below its end. */
export function buildProgress(state: BuildState, times: StepTimes, at: number): NonNullable<ImageProgress> {
  const expected = ({ name, seconds }: PlannedStep) => times[name] ?? seconds
  const total = sum(buildPlan.map(expected))
  const waiting = buildPlan.filter(({ name }) => !state.done.includes(name))
  const current = waiting.find(({ name }) => name === state.running) ?? waiting[0] ?? buildPlan.at(-1)
  if (!current) throw new Error('The plan has no steps.')
  const elapsed = state.running === undefined ? 0 : (at - state.startedAt) / 1000
  const secondsLeft = sum(waiting.map(expected)) - Math.min(elapsed, 0.95 * expected(current))
  return {
    state: 'preparing',
    step: current.title,
    number: buildPlan.indexOf(current) + 1,
    count: buildPlan.length,
    fraction: Math.max(0, 1 - secondsLeft / total),
    secondsLeft: Math.round(Math.max(0, secondsLeft)),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((before, each) => before + each, 0)
}
