import { type Machine, MachineError } from 'docker-in-browser'

/** The outcome of a request to the machine. Without a response, nothing is known about the file. */
type ReadResult = { kind: 'text'; text: string } | { kind: 'no-file' } | { kind: 'no-response' }
export type WriteResult = { kind: 'written' } | { kind: 'failed'; reason: string } | { kind: 'no-response' }

export async function readTextFile(machine: Machine, path: string): Promise<ReadResult> {
  try {
    return { kind: 'text', text: new TextDecoder().decode(await machine.readFile(path)) }
  } catch (error) {
    return failureReason(error) === undefined ? { kind: 'no-response' } : { kind: 'no-file' }
  }
}

export async function writeTextFile(machine: Machine, path: string, text: string): Promise<WriteResult> {
  try {
    await machine.writeFile(path, new TextEncoder().encode(text))
    return { kind: 'written' }
  } catch (error) {
    const reason = failureReason(error)
    return reason === undefined ? { kind: 'no-response' } : { kind: 'failed', reason }
  }
}

/** The machine's error message; undefined if it did not respond. */
function failureReason(error: unknown): string | undefined {
  if (!(error instanceof MachineError)) throw error
  return error.failure === 'no-such-file' ? error.message : undefined
}
