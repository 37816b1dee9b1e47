/**
 * How much time the build spends on a small download and fast first commands. A release is built once for all learners;
 * a quick image is for the computer that builds it, and works the same.
 */
export type Effort = {
  name: 'release' | 'quick'
  /** Options of `zstd` for the snapshot. */
  snapshotZstdOptions: string[]
  /** The zstd level for chunks of the disk. */
  chunkZstdLevel: number
  /** The zstd level for precompiled code and packs. */
  codeZstdLevel: number
  /** How many times the common commands run before their code is taken from v86. */
  precompileRounds: number
  /** Whether the pages that common commands read are packed. */
  hasPacks: boolean
}

const release: Effort = {
  name: 'release',
  // Memory repeats itself over long distances, so the window is the largest that v86 can decompress.
  snapshotZstdOptions: ['--ultra', '-22', '--long=27'],
  chunkZstdLevel: 17,
  codeZstdLevel: 19,
  // By then, a round adds about ten modules; the first one adds hundreds.
  precompileRounds: 48,
  hasPacks: true,
}
const quick: Effort = {
  name: 'quick',
  snapshotZstdOptions: ['-4', '--long=27', '-T0'],
  chunkZstdLevel: 4,
  codeZstdLevel: 6,
  precompileRounds: 12,
  hasPacks: false,
}

/** Release, unless `LAB_IMAGE_EFFORT=quick` is set. */
export const effort = process.env.LAB_IMAGE_EFFORT === 'quick' ? quick : release
