/**
 * The virtual machine of the labs, as the page and the headless replays see it. Two implementations keep this
 * contract (tests/machine-contract.ts): v86 with the real image, and a scripted fake.
 */
export interface Machine {
  readonly state: MachineState
  /** Called after each change of `state`. Returns how to stop. */
  onState(listener: (state: MachineState) => void): () => void
  /** Restores the snapshot: a fresh machine at its prompt. May be called again to begin anew. */
  start(): Promise<void>
  /** Keys of the learner, as a terminal sends them. */
  write(keys: string): void
  /**
   * What the learner's terminal shows, as it comes; in a page the first listener hears what was shown before. Returns
   * how to stop.
   */
  onOutput(listener: (bytes: Uint8Array) => void): () => void
  /** Tells the guest how large the terminal is. */
  resize(columns: number, rows: number): void
  /**
   * Runs a script with bash, as root, on a line of its own that the learner doesn't see; one at a time, in the
   * order of the calls. `output` has standard output and errors together, at most 256 KB. Rejects with a
   * MachineError when the machine isn't running, or when nothing came back within `timeout` milliseconds of
   * wall time (default 60 000).
   */
  run(script: string, options?: { timeout?: number }): Promise<RunResult>
  /** At most 256 KB, as of `run`. */
  readFile(path: string): Promise<Uint8Array>
  /** Makes the folders above it where they are missing. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  dispose(): void
}

export type RunResult = { exitCode: number; output: string }

export type MachineState =
  | { kind: 'off' }
  /** Bytes of the first download, as they lie on the server. */
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'starting' }
  | { kind: 'running' }
  /** It has answered nothing for a while: it can be started anew. */
  | { kind: 'hung' }
  | { kind: 'failed'; failure: MachineFailure }

/** Why a machine cannot run here, or stopped. The page says it in words. */
export const machineFailures = [
  'no-image',
  'no-webassembly',
  'memory',
  'network',
  'broken-part',
  'storage-full',
  'cancelled',
  'crashed',
] as const
export type MachineFailure = (typeof machineFailures)[number]

/** Why one call was refused, by a machine that goes on as it was. */
export const callFailures = ['not-running', 'timeout', 'no-such-file'] as const
type CallFailure = (typeof callFailures)[number]

export class MachineError extends Error {
  override name = 'MachineError'
  readonly failure: MachineFailure | CallFailure
  constructor(failure: MachineError['failure'], message: string) {
    super(message)
    this.failure = failure
  }
}

/** Whether the machine itself is at its end, and not only the call. */
export function isMachineFailure(failure: MachineError['failure']): failure is MachineFailure {
  return machineFailures.some((each) => each === failure)
}

/** What a machine that ended with this error says of it. */
export function toMachineFailure(error: unknown): MachineFailure {
  if (error instanceof MachineError) return isMachineFailure(error.failure) ? error.failure : 'crashed'
  // An array of the guest's memory that the browser will not give.
  return error instanceof RangeError || /memory|allocation/i.test(String(error)) ? 'memory' : 'crashed'
}

/** Where the machine's bytes come from: the site by way of a cache in the page, a folder under Node. */
export interface ImageSource {
  /** The bytes of a part, as they lie on the server, their hash checked. Rejects with a MachineError. */
  part(part: { sha256: string; bytes: number }): Promise<Uint8Array>
}
