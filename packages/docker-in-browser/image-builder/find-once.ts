import { UnsupportedProgramError } from './unsupported-program.ts'

/** Where these bytes stand in a program. Throws unless they stand there exactly once. */
export function findOnce(program: Buffer, searched: Buffer, name: string): number {
  const at = program.indexOf(searched)
  if (at === -1 || program.indexOf(searched, at + 1) !== -1)
    throw new UnsupportedProgramError(`${name} is expected in it exactly once.`)
  return at
}
