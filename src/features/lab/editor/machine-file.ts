import { type Machine, MachineError } from '#platform/machine/machine.ts'

/** What became of a request to the machine. Only its answer tells anything about the file. */
type Reading = { kind: 'text'; text: string } | { kind: 'no-file' } | { kind: 'no-answer' }
export type Writing = { kind: 'written' } | { kind: 'refused'; why: string } | { kind: 'no-answer' }

export async function readText(machine: Machine, path: string): Promise<Reading> {
  try {
    return { kind: 'text', text: new TextDecoder().decode(await machine.readFile(path)) }
  } catch (error) {
    return refusalOf(error) === undefined ? { kind: 'no-answer' } : { kind: 'no-file' }
  }
}

export async function writeText(machine: Machine, path: string, text: string): Promise<Writing> {
  try {
    await machine.writeFile(path, new TextEncoder().encode(text))
    return { kind: 'written' }
  } catch (error) {
    const why = refusalOf(error)
    return why === undefined ? { kind: 'no-answer' } : { kind: 'refused', why }
  }
}

/** The machine's own words when it did answer; undefined when it gave no answer. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof MachineError)) throw error
  return error.fault === 'no-such-file' ? error.message : undefined
}
