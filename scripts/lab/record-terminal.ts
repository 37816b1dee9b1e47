import { HeadlessMachine } from 'docker-in-browser/node'
import type { RecordedCommand, Recording } from '#domain/recording/recording.ts'
import { commandsToType, type RecordingScript } from '#domain/recording/recording-script.ts'
import { renderTerminal, screenSize } from './render-terminal.ts'

/**
 * Plays sessions by typing, each on a fresh machine. The machine is asked once for its versions: it is the same
 * image every time. `seen` is the day, as YYYY-MM-DD.
 */
export function createRecorder(seen: string): (session: RecordingScript) => Promise<Recording> {
  let versions: Pick<Recording, 'engine' | 'client'> | undefined
  return async (session) => {
    const machine = await HeadlessMachine.start()
    try {
      const commands = await recordScript(machine, session)
      versions ??= await versionsOf(machine)
      const { id, setUp } = session
      return { session: id, ...versions, seen, ...(setUp !== undefined && { setUp }), commands }
    } finally {
      machine.dispose()
    }
  }
}

async function recordScript(machine: HeadlessMachine, session: RecordingScript): Promise<RecordedCommand[]> {
  if (session.setUp !== undefined) await runSetup(machine, session.setUp)
  await runSetup(machine, `stty -F /dev/ttyS0 cols ${screenSize.cols} rows ${screenSize.rows}`)
  // Bash prints this when a command has been typed to its end: what follows is the command's own.
  await machine.type(` PS0=$'\\x1e'`)
  const commands: RecordedCommand[] = []
  for (const run of commandsToType(session)) {
    const { received, exitCode } = await machine.type(run)
    commands.push({ run, exit: exitCode, output: await renderTerminal(commandOutput(received)) })
  }
  return commands
}

/** From the mark before the command's output to the unseen mark before the next prompt. */
function commandOutput(received: string): string {
  return received.slice(received.indexOf('\x1e') + 1, received.lastIndexOf('\x1b]133;D;'))
}

/** As Docker numbers them: what a distribution adds to the number, such as `+dfsg4`, is left out. */
async function versionsOf(machine: HeadlessMachine): Promise<Pick<Recording, 'engine' | 'client'>> {
  const answer = await runSetup(machine, "docker version -f '{{.Server.Version}} {{.Client.Version}}'")
  const [engine = '', client = ''] = answer.trim().split(' ')
  return { engine: engine.replace(/\+.*/, ''), client: client.replace(/\+.*/, '') }
}

async function runSetup(machine: HeadlessMachine, script: string): Promise<string> {
  const { exitCode, output } = await machine.v86.run(script, { timeout: 300_000 })
  if (exitCode !== 0) throw new Error(`Exit code ${exitCode} from the set-up:\n${script}\n\n${output}`)
  return output
}
