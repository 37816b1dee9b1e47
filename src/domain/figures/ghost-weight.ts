import type { Told } from './told.ts'

/** Plate 3.1: what an image carries when a file is deleted by a later step, and by the same step. */
export type File = { path: string; mib: number }

export type Layer = {
  instruction: string
  files: File[]
  /** Paths of lower layers that this one covers with a whiteout. */
  whiteouts: string[]
}

const big: File = { path: '/big', mib: 50 }
const base = layer('FROM alpine:3.22', { files: [{ path: 'alpine', mib: 8 }] })
const add = layer('RUN dd … of=/big', { files: [big] })
const remove = layer('RUN rm /big', { whiteouts: [big.path] })
/** What a step makes and removes again is gone before its layer is recorded. */
const both = layer('RUN dd … && rm /big', {})

function layer(instruction: string, holds: Partial<Omit<Layer, 'instruction'>>): Layer {
  return { instruction, files: [], whiteouts: [], ...holds }
}

export const builds = ['base', 'add', 'delete', 'chain'] as const
export type Build = (typeof builds)[number]

export const images = {
  base: [base],
  add: [base, add],
  delete: [base, add, remove],
  chain: [base, both],
} satisfies Record<Build, Layer[]>

/** What the whole stack weighs, in MiB: layers add up, whatever covers them. */
export function weightOf(layers: readonly Layer[]): number {
  return layers.flatMap(({ files }) => files).reduce((sum, { mib }) => sum + mib, 0)
}

/** What a container made from the layers sees, from the ground up. */
export function seenIn(layers: readonly Layer[]): File[] {
  return layers.flatMap(({ files }, index) => files.filter(({ path }) => !isHidden(layers, index, path)))
}

/** Carried, but not seen: MiB. */
export function ghostOf(layers: readonly Layer[]): number {
  return weightOf(layers) - seenIn(layers).reduce((sum, { mib }) => sum + mib, 0)
}

/** Whether a later layer covers a file of this one, with a whiteout or with a file of the same path. */
export function isHidden(layers: readonly Layer[], index: number, path: string): boolean {
  const later = layers.slice(index + 1)
  return later.some(
    (upper) => upper.whiteouts.includes(path) || upper.files.some((file) => file.path === path),
  )
}

export const labels = {
  base: 'FROM',
  add: '+ dd',
  delete: '+ rm',
  chain: 'dd && rm',
} satisfies Record<Build, string>

export function sentenceOf(build: Build): string {
  const image = images[build]
  const weight = `${weightOf(image)} MiB`
  switch (build) {
    case 'base':
      return `The base image is the first layer: every push and pull of this image carries ${weight}.`
    case 'add':
      return `\`RUN dd\` lays a second layer with \`/big\` on top. The image carries ${weight}.`
    case 'delete':
      return `\`RUN rm\` lays a third layer that holds only a whiteout. \`/big\` is out of sight and the image still carries ${weight}, of which ${ghostOf(image)} are ghost weight.`
    case 'chain':
      return `One \`RUN\` makes and removes \`/big\` before its layer is recorded. Nothing is hidden, and the image carries ${weight}.`
    default:
      return build satisfies never
  }
}

export const told: Told[] = builds.map((build) => ({ label: labels[build], sentence: sentenceOf(build) }))
