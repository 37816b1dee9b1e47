import { UnsupportedProgramError } from './unsupported-program.ts'

/** The offset of a byte sequence in a program. Throws unless it occurs exactly once. */
export function findOnce(program: Buffer, pattern: Buffer, description: string): number {
  const offset = program.indexOf(pattern)
  if (offset === -1 || program.indexOf(pattern, offset + 1) !== -1)
    throw new UnsupportedProgramError(`Expected ${description} exactly once.`)
  return offset
}
