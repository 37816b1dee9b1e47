/**
 * The commands that a busybox program knows, as `busybox --list` prints them. They are in the program as one sorted
 * list of names, each ended by a zero byte, and an empty name at the end.
 */
export function readBusyboxCommands(program: Uint8Array): string[] {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.length)
  const start = bytes.indexOf('[\0[[\0')
  const end = bytes.indexOf('\0\0', start)
  if (start === -1 || end === -1) throw new Error('There is no list of commands in this busybox program.')
  const names = bytes.toString('latin1', start, end).split('\0')
  const strange = names.find((name) => !/^[\w[.+-]+$/.test(name))
  if (strange !== undefined || !names.includes('busybox'))
    throw new Error('The list of commands in this busybox program cannot be read.')
  return names
}
