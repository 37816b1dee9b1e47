/** Thrown for a program that a patch was not written for. */
export class UnsupportedProgramError extends Error {
  override name = 'UnsupportedProgramError'
}
