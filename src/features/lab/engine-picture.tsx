import { useEffect, useRef, useState } from 'react'
import { type Machine, MachineError } from '#platform/machine/machine.ts'
import { type EngineState, type EngineThing, readEngine } from './engine-state.ts'

const kinds = {
  containers: 'Containers',
  images: 'Images',
  networks: 'Networks',
  volumes: 'Volumes',
} satisfies Record<keyof EngineState, string>

/** Counts every command that ended, so that the picture is read anew. */
type EnginePictureProps = { machine: Machine; commands: number }

/** What the engine holds, told by the engine. Read while it is open only, once for each finished command. */
export function EnginePicture({ machine, commands }: EnginePictureProps) {
  const [isOpen, setIsOpen] = useState(false)
  const engine = useEngine(machine, commands, isOpen)
  return (
    <details className="lab-engine" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>What the engine holds now</summary>
      <div className="scroll-x">
        {typeof engine === 'object' ? (
          <Table engine={engine} />
        ) : (
          <p className="text-sm text-ink-soft">
            {engine === 'silent' ? 'The engine does not answer: it does not run.' : 'Asking the engine …'}
          </p>
        )}
      </div>
    </details>
  )
}

function Table({ engine }: { engine: EngineState }) {
  return (
    <table className="lab-engine-table">
      <caption className="sr-only">Containers, images, networks and volumes of the machine</caption>
      {Object.entries(kinds).map(([kind, title]) => (
        <Kind key={kind} title={title} things={engine[kind as keyof typeof kinds]} />
      ))}
    </table>
  )
}

function Kind({ title, things }: { title: string; things: EngineThing[] }) {
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup">
          {title} <span className="text-ink-soft">{things.length}</span>
        </th>
      </tr>
      {things.map(({ id, name, about, isRunning }) => (
        <tr key={id} data-running={isRunning || undefined}>
          <td>{name}</td>
          <td>{about}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** `silent`: the machine answered, and its engine did not. */
type Reading = EngineState | 'silent' | undefined

/** The latest reading. Commands that end while one is under way are answered together, by one more. */
function useEngine(machine: Machine, commands: number, isOn: boolean): Reading {
  const [engine, setEngine] = useState<Reading>()
  const underWay = useRef<Promise<Reading>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each command
  useEffect(() => {
    if (!isOn) return
    let isLate = false
    const timer = setTimeout(async () => {
      await underWay.current
      if (isLate) return
      underWay.current = read(machine)
      const found = await underWay.current
      if (!isLate && found) setEngine(found)
    }, 400)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [machine, commands, isOn])
  return engine
}

async function read(machine: Machine): Promise<Reading> {
  try {
    return (await readEngine(machine)) ?? 'silent'
  } catch (error) {
    // Busy or just restarted: the next command asks again.
    if (error instanceof MachineError) return undefined
    throw error
  }
}
