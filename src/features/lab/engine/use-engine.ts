import { type Machine, MachineError } from 'docker-in-browser'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Engine } from '#domain/engine/engine.ts'
import { type EngineLists, engineLists, parseEngine } from '#domain/engine/parse-engine.ts'
import { createMessageReader } from './engine-messages.ts'
import { watchScript } from './watch-script.ts'

/** `unresponsive` means that the machine works but its engine does not respond. Undefined before the first report. */
export type EngineStatus = Engine | 'unresponsive' | undefined

/**
 * The watch reports every 20 seconds that it is alive; after four times that long without a report, it is restarted.
 */
const checkIntervalMillis = 20_000
const maxMissedReports = 4

/** Starts the watch in the machine. `receive` takes each piece of a message that the terminal finds in its output. */
export function useEngine(machine: Machine | undefined, isUsable: boolean) {
  const [engine, setEngine] = useState<EngineStatus>()
  const receiver = useRef<(piece: string) => void>(undefined)
  useEffect(() => {
    if (!machine || !isUsable) return
    let missedReports = 0
    const receive = createReceiver(setEngine)
    receiver.current = (piece) => {
      missedReports = 0
      receive(piece)
    }
    startWatch(machine)
    // Counts checks instead of reading the clock, because a sleeping computer stops both sides.
    const timer = setInterval(() => {
      missedReports += 1
      if (missedReports < maxMissedReports) return
      missedReports = 0
      startWatch(machine)
    }, checkIntervalMillis)
    return () => {
      clearInterval(timer)
      receiver.current = undefined
      setEngine(undefined)
    }
  }, [machine, isUsable])
  const receive = useCallback((piece: string) => receiver.current?.(piece), [])
  return { engine, receive }
}

/** The list of containers is sent last after every change, because it refers to the other lists. */
function createReceiver(onStatus: (status: EngineStatus) => void): (piece: string) => void {
  const readPiece = createMessageReader()
  const lists: Partial<EngineLists> = {}
  return (piece) => {
    const message = readPiece(piece)
    if (message?.subject === 'silent') return onStatus('unresponsive')
    const list = engineLists.find((each) => each === message?.subject)
    if (!message || !list) return
    lists[list] = message.text
    if (list !== 'containers' || !hasAll(lists)) return
    const engine = parseEngine(lists)
    if (engine) onStatus(engine)
  }
}

function hasAll(lists: Partial<EngineLists>): lists is EngineLists {
  return engineLists.every((list) => lists[list] !== undefined)
}

function startWatch(machine: Machine): void {
  machine.run(watchScript).catch((error: unknown) => {
    // The machine is busy or has just restarted; the timer restarts the watch.
    if (!(error instanceof MachineError)) throw error
  })
}
