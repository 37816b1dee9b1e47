import { type Machine, MachineError } from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { type EngineResource, type EngineState, queryEngine } from './engine-state.ts'

const kinds = {
  containers: 'Containers',
  images: 'Images',
  networks: 'Networks',
  volumes: 'Volumes',
} satisfies Record<keyof EngineState, string>

/** `commands` counts finished commands, so that the panel refreshes after each. */
type EnginePanelProps = { machine: Machine; commands: number }

/** The engine panel. Refreshed only while it is open, once after each finished command. */
export function EnginePanel({ machine, commands }: EnginePanelProps) {
  const [isOpen, setIsOpen] = useState(false)
  const engine = useEngineState(machine, commands, isOpen)
  return (
    <details className="lab-engine-panel" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>What the engine has now</summary>
      <div className="scroll-horizontally">
        {typeof engine === 'object' ? (
          <Table engine={engine} />
        ) : (
          <p className="text-sm text-ink-soft">
            {engine === 'no-answer'
              ? 'The engine does not respond: it is not running.'
              : 'Querying the engine…'}
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
        <ResourceTable key={kind} title={title} resources={engine[kind as keyof typeof kinds]} />
      ))}
    </table>
  )
}

function ResourceTable({ title, resources }: { title: string; resources: EngineResource[] }) {
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup">
          {title} <span className="text-ink-soft">{resources.length}</span>
        </th>
      </tr>
      {resources.map(({ id, name, details, isRunning }) => (
        <tr key={id} data-running={isRunning || undefined}>
          <td translate="no">{name}</td>
          <td>{details}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** `silent`: the machine answered, and its engine did not. */
type EngineQueryResult = EngineState | 'no-answer' | undefined

/** The latest state. Commands that finish during a query cause one more query, together. */
function useEngineState(machine: Machine, commands: number, isOn: boolean): EngineQueryResult {
  const [engine, setEngine] = useState<EngineQueryResult>()
  const isQuerying = useRef<Promise<EngineQueryResult>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each command
  useEffect(() => {
    if (!isOn) return
    let needsRequery = false
    const timer = setTimeout(async () => {
      await isQuerying.current
      if (needsRequery) return
      isQuerying.current = read(machine)
      const found = await isQuerying.current
      if (!needsRequery && found) setEngine(found)
    }, 400)
    return () => {
      needsRequery = true
      clearTimeout(timer)
    }
  }, [machine, commands, isOn])
  return engine
}

async function read(machine: Machine): Promise<EngineQueryResult> {
  try {
    return (await queryEngine(machine)) ?? 'no-answer'
  } catch (error) {
    // Busy or just restarted; the next command queries again.
    if (error instanceof MachineError) return undefined
    throw error
  }
}
