import { createStateFactory, type FigureState } from './figure-state.ts'
import { formatSize } from './format-size.ts'
import { parseByteSize } from './parse-byte-size.ts'

/**
 * Plate 7.1: where a file of the image and a new file are after each step, and what the step writes. The letters and
 * sizes are those of `docker diff` and `docker ps -s` with `overlay2`, which tests compare with a recording. With the
 * containerd image store, `docker ps -s` counts disk blocks including directories, so it reports slightly more.
 */
export const steps = ['read', 'change', 'again', 'create', 'delete', 'rm'] as const
export type Step = (typeof steps)[number]

/** What the figure shows: the last step that was done, and the size of the file in the image, as typed. */
export type FileScenario = { step: Step; size: string }

export const noteBytes = 23
const sizeRange = { min: 1, max: 1_000_000_000_000 }

/** The problem with a typed size; undefined if it is valid. */
export function sizeProblem(size: string): string | undefined {
  const bytes = parseByteSize(size)
  const isInRange = bytes !== undefined && bytes >= sizeRange.min && bytes <= sizeRange.max
  return isInRange ? undefined : 'Enter a size from 1 B to 1,000 GB, such as `900 MB` or `1.5 GiB`.'
}

export function imageBytes({ size }: FileScenario): number {
  return parseByteSize(size) ?? 0
}

export const files = ['index', 'note'] as const
export type DemoFile = (typeof files)[number]
export const filePaths = { index: '/index', note: '/note.txt' } satisfies Record<DemoFile, string>

export type LayerEntry = { kind: 'file'; bytes: number } | { kind: 'whiteout' }

/** Each step includes all earlier ones. */
function isAfter(step: Step, other: Step): boolean {
  return steps.indexOf(step) >= steps.indexOf(other)
}

/** The entry for a file in the writable layer; undefined if there is none. */
export function upperEntry(file: DemoFile, scenario: FileScenario): LayerEntry | undefined {
  const { step } = scenario
  if (step === 'rm') return undefined
  if (file === 'note') return isAfter(step, 'create') ? { kind: 'file', bytes: noteBytes } : undefined
  if (step === 'delete') return { kind: 'whiteout' }
  return isAfter(step, 'change') ? { kind: 'file', bytes: imageBytes(scenario) } : undefined
}

/** The layer from which the container reads a file; undefined if the container does not see it. */
export function sourceOf(file: DemoFile, scenario: FileScenario): 'upper' | 'lower' | undefined {
  if (scenario.step === 'rm') return undefined
  const entry = upperEntry(file, scenario)
  if (entry) return entry.kind === 'file' ? 'upper' : undefined
  return file === 'index' ? 'lower' : undefined
}

/** The letter of `docker diff`: added, changed or deleted. */
export function diffLetter(file: DemoFile, scenario: FileScenario): 'A' | 'C' | 'D' | undefined {
  const entry = upperEntry(file, scenario)
  if (!entry) return undefined
  if (entry.kind === 'whiteout') return 'D'
  return file === 'note' ? 'A' : 'C'
}

/** The total size of the files in the writable layer; a whiteout has no size. */
export function layerBytes(scenario: FileScenario): number {
  const sizes = files.map((file) => upperEntry(file, scenario))
  return sizes.reduce((sum, entry) => sum + (entry?.kind === 'file' ? entry.bytes : 0), 0)
}

/** The bytes that the program wrote in this step, and the bytes that were copied for it. */
export function writtenBytes(scenario: FileScenario): { requested: number; copied: number } {
  const requested = { read: 0, change: 1, again: 1, create: noteBytes, delete: 0, rm: 0 } satisfies Record<
    Step,
    number
  >
  return {
    requested: requested[scenario.step],
    copied: scenario.step === 'change' ? imageBytes(scenario) : 0,
  }
}

export const stepLabels = {
  read: 'read',
  change: 'change 1 byte',
  again: 'once more',
  create: 'new file',
  delete: 'delete',
  rm: 'docker rm',
} satisfies Record<Step, string>

export function describeScenario(scenario: FileScenario): string {
  const size = formatSize(imageBytes(scenario))
  switch (scenario.step) {
    case 'read':
      return 'A process reads `/index`, and OverlayFS serves it from the image. The writable layer is empty, so `docker diff` lists nothing.'
    case 'change':
      return `The first write changes 1 byte of \`/index\`. Before that, OverlayFS copies the whole file, ${size}, to the writable layer: \`C /index\`.`
    case 'again':
      return `The second write goes to the copy: 1 byte for 1 byte. The container no longer reads the image’s file, which still takes ${size}.`
    case 'create':
      return 'A new file goes straight to the writable layer, and nothing is copied: `A /note.txt`.'
    case 'delete':
      return `Deleting \`/index\` removes the copy and leaves a whiteout: \`D /index\`. The container sees no such file, and the image still holds ${size}.`
    case 'rm':
      return '`docker rm` deletes the writable layer: the note is gone, and so is the whiteout. The image is as it was, and a new container sees `/index` again.'
    default:
      return scenario.step satisfies never
  }
}

const state = createStateFactory(describeScenario)

export const exampleSize = '900 MB'

const stateLabels = {
  read: 'Reading',
  change: 'The first write',
  again: 'The second write',
  create: 'A new file',
  delete: 'Deleting',
  rm: '`docker rm`',
} satisfies Record<Step, string>

export const figureStates: FigureState<FileScenario>[] = steps.map((step) =>
  state(step, stateLabels[step], { step, size: exampleSize }),
)
