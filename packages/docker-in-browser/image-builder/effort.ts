/**
 * How much time goes into making the download small and the first commands fast. A release is built once for all its
 * learners; a quick image is for the machine that builds it, and works the same.
 */
export type Effort = {
  name: 'release' | 'quick'
  zstd: string[]
  chunkLevel: number
  codeLevel: number
  rounds: number
  /** Whether pages are packed for fast downloads. */
  hasPacks: boolean
}

const release: Effort = {
  name: 'release',
  // The memory repeats itself over long distances: a window as large as v86 can unpack.
  zstd: ['--ultra', '-22', '--long=27'],
  chunkLevel: 17,
  codeLevel: 19,
  // A run makes some ten modules more by then, of hundreds in the first.
  rounds: 48,
  hasPacks: true,
}
const quick: Effort = {
  name: 'quick',
  zstd: ['-4', '--long=27', '-T0'],
  chunkLevel: 4,
  codeLevel: 6,
  rounds: 12,
  hasPacks: false,
}

/** `LAB_IMAGE_EFFORT=quick` asks for the quick one. */
export const effort = process.env.LAB_IMAGE_EFFORT === 'quick' ? quick : release
