/** A program of Debian's that is not the one that a change was written for. */
export class UnsupportedProgramError extends Error {
  override name = 'UnknownProgram'
}
