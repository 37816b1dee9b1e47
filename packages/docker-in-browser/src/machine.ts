/**
 * A virtual machine, as a page or a Node script sees it. All implementations pass the same tests
 * (tests/machine-contract.ts): v86 with the real image, its client in a worker, and a scripted fake.
 */
export interface Machine {
  readonly state: MachineState
  /** Called after each change of `state`. Returns a function that unsubscribes. */
  onState(listener: (state: MachineState) => void): () => void
  /** Restores the snapshot, which results in a fresh machine at its prompt. May be called again to start over. */
  start(): Promise<void>
  /**
   * Writes keys to the terminal, as a terminal sends them. Input that is written while the machine loads and starts is
   * sent at its first prompt.
   */
  write(keys: string): void
  /**
   * Calls back with the terminal’s output as it arrives; in a page, the first listener also gets earlier output.
   * Returns a function that unsubscribes.
   */
  onOutput(listener: (bytes: Uint8Array) => void): () => void
  /**
   * Sets the size of the guest’s terminal. If it is set before the machine runs, it applies from the first prompt on.
   */
  resize(columns: number, rows: number): void
  /**
   * Runs a script with bash, as root, on a separate serial port that the terminal does not show; one at a time, in the
   * order of the calls. `output` has standard output and standard error together, at most 256 KB. Rejects with a
   * MachineError if the machine is not running, or if there was no response within `timeoutMillis` of wall time
   * (default 60 000).
   */
  run(script: string, options?: { timeoutMillis?: number }): Promise<RunResult>
  /** At most 256 KB, like the output of `run`. */
  readFile(path: string): Promise<Uint8Array>
  /** Creates missing parent folders. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  dispose(): void
}

export type RunResult = { exitCode: number; output: string }

export type MachineState =
  | { kind: 'off' }
  /** Sizes are in compressed bytes of the first download. */
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'starting' }
  | { kind: 'running' }
  /** The machine has not responded for a while; it can be restarted. */
  | { kind: 'hung' }
  | { kind: 'failed'; failure: MachineFailure }

/** Why a machine cannot run here, or why it stopped. */
export const machineFailures = [
  'no-image',
  'broken-manifest',
  'no-webassembly',
  'memory',
  'network',
  'broken-part',
  'storage-full',
  'canceled',
  'crashed',
] as const
export type MachineFailure = (typeof machineFailures)[number]

/** Why one call failed on a machine that keeps running. */
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

/** Whether the machine itself failed, not only a call. */
export function isMachineFailure(failure: MachineError['failure']): failure is MachineFailure {
  return machineFailures.some((each) => each === failure)
}

/** The failure that a machine reports for this error. */
export function toMachineFailure(error: unknown): MachineFailure {
  if (error instanceof MachineError) return isMachineFailure(error.failure) ? error.failure : 'crashed'
  // The browser refused to allocate the guest's memory.
  return error instanceof RangeError || /memory|allocation/i.test(String(error)) ? 'memory' : 'crashed'
}

/** The source of the machine’s image: in a page, the site through a cache; under Node, a folder. */
export interface ImageSource {
  /** The compressed bytes of a part, with their hash verified. Rejects with a MachineError. */
  part(part: { sha256: string; bytes: number }): Promise<Uint8Array>
}
