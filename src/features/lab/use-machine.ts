import {
  type Machine,
  MachineError,
  type MachineFailure,
  type MachineState,
  toMachineFailure,
} from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'

/** Long, because a setup script may start containers on a slow computer. */
const setupTimeoutMillis = 300_000

/** Creates a machine that is off; `onNotPersisted` is called if the browser has no room for its image. */
export type CreateMachine = (onNotPersisted: () => void) => Machine

export type MachineControl = {
  machine: Machine | undefined
  state: MachineState
  isPersisted: boolean
  /** Whether it has run, so that stopping it would lose something. */
  hasRun: boolean
  /** Whether it is running and the lab's setup script has finished. */
  isReady: boolean
  start: () => void
  cancel: () => void
}

/** Manages one machine at a time. Starting again disposes of the previous one, whatever its state. */
export function useMachine(createMachine: CreateMachine, setupScript: string | undefined): MachineControl {
  const current = useRef<Machine>(undefined)
  const [machine, setMachine] = useState<Machine>()
  const [state, setState] = useState<MachineState>({ kind: 'off' })
  const [isPersisted, setIsPersisted] = useState(true)
  const [hasRun, setHasRun] = useState(false)
  const [isSettingUp, setIsSettingUp] = useState(false)
  useEffect(() => () => current.current?.dispose(), [])

  const disposeCurrent = () => {
    const before = current.current
    current.current = undefined
    before?.dispose()
  }
  const fail = (failure: MachineFailure) => {
    disposeCurrent()
    setState({ kind: 'failed', failure })
  }
  const start = () => {
    disposeCurrent()
    const next = createMachine(() => setIsPersisted(false))
    current.current = next
    next.onState((newState) => {
      if (current.current !== next || newState.kind === 'off') return
      setState(newState)
      if (newState.kind === 'running') setHasRun(true)
    })
    setState({ kind: 'starting' })
    setIsPersisted(true)
    setHasRun(false)
    setIsSettingUp(setupScript !== undefined)
    setMachine(next)
    startAndSetUp(next, setupScript).then(
      () => {
        if (current.current === next) setIsSettingUp(false)
      },
      (error) => {
        if (current.current === next) fail(toMachineFailure(error))
      },
    )
  }
  const cancel = () => {
    fail('canceled')
    setMachine(undefined)
  }
  const isReady = state.kind === 'running' && !isSettingUp
  return { machine, state, isPersisted, hasRun, isReady, start, cancel }
}

async function startAndSetUp(machine: Machine, setupScript: string | undefined): Promise<void> {
  await machine.start()
  if (setupScript === undefined) return
  const { exitCode, output } = await machine.run(setupScript, { timeoutMillis: setupTimeoutMillis })
  if (exitCode !== 0) throw new MachineError('crashed', output)
}
