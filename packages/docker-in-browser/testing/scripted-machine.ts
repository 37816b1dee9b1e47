import { BufferedEmitter, Emitter } from '../src/emitter.ts'
import { type Machine, MachineError, type MachineState, type RunResult } from '../src/machine.ts'

/** How a scripted machine responds to scripts and to typed lines. */
export type MachineResponses = {
  /** The first matching pattern decides; without one, the exit code is 127. */
  scripts?: {
    pattern: RegExp
    result: Partial<RunResult> | ((machine: ScriptedMachine) => Partial<RunResult>)
  }[]
  commands?: { pattern: RegExp; output: string; effect?: (machine: ScriptedMachine) => void }[]
  files?: Record<string, string>
}

export type ScriptedMachine = Machine & {
  /** For tests: what was typed so far. */
  readonly typed: string
  readonly size: { columns: number; rows: number } | undefined
  setState(state: MachineState): void
  setFlag(flag: string): void
  hasFlag(flag: string): boolean
}

const prompt = '\x1b]133;D;0\x07\x1b]133;A\x07root@lab:~$ '

/** A machine with a table of responses, for tests of code that uses a machine. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the interface’s methods are short, over the same state
export function scriptedMachine(responses: MachineResponses = {}): ScriptedMachine {
  const fresh = () =>
    new Map(Object.entries(responses.files ?? {}).map(([path, text]) => [path, encode(text)]))
  let state: MachineState = { kind: 'off' }
  let isDisposed = false
  let files = fresh()
  let flags = new Set<string>()
  let typed = ''
  let line = ''
  let size: ScriptedMachine['size']
  const states = new Emitter<MachineState>()
  const outputs = new BufferedEmitter<Uint8Array>()
  const show = (text: string) => outputs.emit(encode(text))
  const change = (next: MachineState) => {
    state = next
    states.emit(next)
  }
  const assertRunning = () => {
    if (isDisposed || state.kind !== 'running') throw new MachineError('not-running', 'the machine is off')
  }
  const enterLine = (machine: ScriptedMachine) => {
    const known = responses.commands?.find(({ pattern }) => pattern.test(line))
    known?.effect?.(machine)
    show(`\r\n${known ? known.output.replaceAll('\n', '\r\n') : ''}${prompt}`)
    line = ''
  }

  const machine: ScriptedMachine = {
    get state() {
      return state
    },
    get typed() {
      return typed
    },
    get size() {
      return size
    },
    onState: (listener) => states.listen(listener),
    onOutput: (listener) => outputs.listen(listener),
    async start() {
      if (isDisposed) throw new MachineError('not-running', 'the machine was disposed of')
      change({ kind: 'loading', loaded: 0, total: 1 })
      change({ kind: 'starting' })
      files = fresh()
      flags = new Set()
      typed = ''
      line = ''
      change({ kind: 'running' })
      show(prompt)
    },
    write(keys) {
      if (isDisposed || state.kind !== 'running') return
      typed += keys
      for (const key of keys) {
        if (key === '\r' || key === '\n') {
          enterLine(machine)
        } else if (key === '\x03') {
          line = ''
          show(`^C\r\n${prompt}`)
        } else {
          line += key
          show(key)
        }
      }
    },
    resize(columns, rows) {
      size = { columns, rows }
    },
    async run(source) {
      assertRunning()
      const known = responses.scripts?.find(({ pattern }) => pattern.test(source))
      const answer = typeof known?.result === 'function' ? known.result(machine) : known?.result
      return { exitCode: known ? 0 : 127, output: '', ...answer }
    },
    async readFile(path) {
      assertRunning()
      const bytes = files.get(path)
      if (!bytes) throw new MachineError('no-such-file', `${path} is not there`)
      return bytes.slice()
    },
    async writeFile(path, bytes) {
      assertRunning()
      files.set(path, bytes.slice())
    },
    dispose() {
      if (isDisposed) return
      isDisposed = true
      change({ kind: 'off' })
    },
    setState: change,
    setFlag: (flag) => flags.add(flag),
    hasFlag: (flag) => flags.has(flag),
  }
  return machine
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
