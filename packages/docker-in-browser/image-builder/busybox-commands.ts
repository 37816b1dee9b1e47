/**
 * The commands of a busybox program, as `busybox --list` prints them. The program contains them as a sorted list of
 * zero-terminated names that ends with an empty name.
 */
export function readBusyboxCommands(program: Uint8Array): string[] {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.length)
  const start = bytes.indexOf('[\0[[\0')
  const end = bytes.indexOf('\0\0', start)
  if (start === -1 || end === -1) throw new Error('This busybox program has no list of commands.')
  const names = bytes.toString('latin1', start, end).split('\0')
  const invalid = names.find((name) => !/^[\w[.+-]+$/.test(name))
  if (invalid !== undefined || !names.includes('busybox'))
    throw new Error('The list of commands in this busybox program is invalid.')
  return names
}
