import { useEffect, useRef, useState } from 'react'
import { withHeldOutput } from '#platform/machine/held-output.ts'
import { isMachineFault, type Machine, MachineError, type MachineState } from '#platform/machine/machine.ts'

/** Makes a machine that is off; `onNotKept` is told when the browser has no room to keep its image. */
export type MakeMachine = (onNotKept: () => void) => Machine

export type MachineControl = {
  machine: Machine | undefined
  state: MachineState
  isKept: boolean
  start: () => void
  cancel: () => void
}

/** One machine at a time. Starting again ends the one before, whatever state that is in. */
export function useMachine(make: MakeMachine, prepare: string | undefined): MachineControl {
  const current = useRef<Machine>(undefined)
  const [machine, setMachine] = useState<Machine>()
  const [state, setState] = useState<MachineState>({ kind: 'off' })
  const [isKept, setIsKept] = useState(true)
  useEffect(() => () => current.current?.dispose(), [])

  const end = () => {
    const before = current.current
    current.current = undefined
    before?.dispose()
  }
  const start = () => {
    end()
    const next = withHeldOutput(make(() => setIsKept(false)))
    current.current = next
    next.onState((news) => {
      if (current.current === next && news.kind !== 'off') setState(news)
    })
    setState({ kind: 'starting' })
    setMachine(next)
    begin(next, prepare).catch((error) => {
      if (current.current !== next) return
      const fault = error instanceof MachineError ? error.fault : 'crashed'
      if (isMachineFault(fault)) setState({ kind: 'failed', fault })
    })
  }
  const cancel = () => {
    end()
    setMachine(undefined)
    setState({ kind: 'failed', fault: 'cancelled' })
  }
  return { machine, state, isKept, start, cancel }
}

async function begin(machine: Machine, prepare: string | undefined): Promise<void> {
  await machine.start()
  if (prepare) await machine.run(prepare)
}
