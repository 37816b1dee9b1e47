import type { FigureState } from './figure-state.ts'

/** Plate 3.1: the size of an image when a file is deleted in a later step, and when it is deleted in the same step. */
export type LayerFile = { path: string; mib: number }

export type ImageLayer = {
  instruction: string
  files: LayerFile[]
  /** Paths of lower layers that this one covers with a whiteout. */
  whiteouts: string[]
}

const big: LayerFile = { path: '/big', mib: 50 }
const base = layer('FROM alpine:3.22', { files: [{ path: 'alpine', mib: 8 }] })
const add = layer('RUN dd … of=/big', { files: [big] })
const remove = layer('RUN rm /big', { whiteouts: [big.path] })
/** A file that is created and removed in one step is not in its layer. */
const both = layer('RUN dd … && rm /big', {})

function layer(instruction: string, contents: Partial<Omit<ImageLayer, 'instruction'>>): ImageLayer {
  return { instruction, files: [], whiteouts: [], ...contents }
}

export const builds = ['base', 'add', 'delete', 'chain'] as const
export type Build = (typeof builds)[number]

export const images = {
  base: [base],
  add: [base, add],
  delete: [base, add, remove],
  chain: [base, both],
} satisfies Record<Build, ImageLayer[]>

/** The size of all layers in MiB, including files that are hidden. */
export function totalWeight(layers: readonly ImageLayer[]): number {
  return layers.flatMap(({ files }) => files).reduce((sum, { mib }) => sum + mib, 0)
}

/** The files that a container sees, lowest layer first. */
export function visibleFiles(layers: readonly ImageLayer[]): LayerFile[] {
  return layers.flatMap(({ files }, index) => files.filter(({ path }) => !isWhitedOut(layers, index, path)))
}

/** The size in MiB of files that are in the image but hidden. */
export function hiddenWeight(layers: readonly ImageLayer[]): number {
  return totalWeight(layers) - visibleFiles(layers).reduce((sum, { mib }) => sum + mib, 0)
}

/** Whether a later layer hides this file, with a whiteout or with a file of the same path. */
export function isWhitedOut(layers: readonly ImageLayer[], index: number, path: string): boolean {
  const later = layers.slice(index + 1)
  return later.some(
    (upper) => upper.whiteouts.includes(path) || upper.files.some((file) => file.path === path),
  )
}

export const buildLabels = {
  base: 'FROM',
  add: '+ dd',
  delete: '+ rm',
  chain: 'dd && rm',
} satisfies Record<Build, string>

export function describeBuild(build: Build): string {
  const image = images[build]
  const weight = `${totalWeight(image)} MiB`
  switch (build) {
    case 'base':
      return `The base image is the first layer, and every image built on it carries its ${weight}.`
    case 'add':
      return `\`RUN dd\` lays a second layer with \`/big\` on top. The image carries ${weight}.`
    case 'delete':
      return `\`RUN rm\` lays a third layer with nothing but a whiteout: a note that \`/big\` is gone. The image still carries ${weight}, of which ${hiddenWeight(image)} are ghost weight.`
    case 'chain':
      return `One \`RUN\` makes and removes \`/big\` before its layer is recorded. Nothing is hidden, and the image carries ${weight}.`
    default:
      return build satisfies never
  }
}

export const figureStates: FigureState<Build>[] = builds.map((build) => ({
  id: build,
  value: build,
  label: `\`${buildLabels[build]}\``,
  description: describeBuild(build),
}))
