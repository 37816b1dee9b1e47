import { useEffect, useState } from 'react'
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
        {engine ? <Table engine={engine} /> : <p className="text-sm text-ink-soft">Asking the engine …</p>}
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

/** The latest state. Commands that end while one reading is under way are answered by one more reading. */
function useEngine(machine: Machine, commands: number, isOn: boolean): EngineState | undefined {
  const [engine, setEngine] = useState<EngineState>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each command
  useEffect(() => {
    if (!isOn) return
    let isLate = false
    const timer = setTimeout(async () => {
      const read = await readEngine(machine).catch((error) => {
        // Busy or just restarted: the next command asks again.
        if (error instanceof MachineError) return undefined
        throw error
      })
      if (!isLate && read) setEngine(read)
    }, 400)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [machine, commands, isOn])
  return engine
}
