import type { RecordedCommand, Recording } from '#domain/session/recording.ts'
import { type Session, typedCommands } from '#domain/session/session.ts'
import { HeadlessMachine } from './machine.ts'
import { screenOf, screenSize } from './screen.ts'

/** Plays a session on a fresh machine, by typing. `seen` is the day, as YYYY-MM-DD. */
export async function recordSession(session: Session, seen: string): Promise<Recording> {
  const machine = await HeadlessMachine.start()
  try {
    const { setUp } = session
    if (setUp !== undefined) await prepared(machine, setUp)
    await prepared(machine, `stty -F /dev/ttyS0 cols ${screenSize.cols} rows ${screenSize.rows}`)
    // Bash prints this when a command has been typed to its end: what follows is the command's own.
    await machine.type(` PS0=$'\\x1e'`)
    const commands: RecordedCommand[] = []
    for (const run of typedCommands(session)) {
      const { received, exitCode } = await machine.type(run)
      commands.push({ run, exit: exitCode, output: await screenOf(ownOutput(received)) })
    }
    const [engine = '', client = ''] = (await prepared(machine, askVersions)).trim().split(' ')
    return { session: session.id, engine, client, seen, ...(setUp !== undefined && { setUp }), commands }
  } finally {
    machine.dispose()
  }
}

const askVersions = "docker version -f '{{.Server.Version}} {{.Client.Version}}'"

/** From the mark before the command's output to the unseen mark before the next prompt. */
function ownOutput(received: string): string {
  return received.slice(received.indexOf('\x1e') + 1, received.lastIndexOf('\x1b]133;D;'))
}

async function prepared(machine: HeadlessMachine, script: string): Promise<string> {
  const { exitCode, output } = await machine.v86.run(script, { timeout: 300_000 })
  if (exitCode !== 0) throw new Error(`Exit code ${exitCode} from the set-up:\n${script}\n\n${output}`)
  return output
}
