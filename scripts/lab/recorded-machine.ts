import { HeadlessMachine } from 'docker-in-browser/node'
import type { RecordedCommand, Recording } from '#domain/recording/recording.ts'
import { commandTimeoutMillis } from './command-timeout.ts'
import { renderTerminal, screenSize } from './render-terminal.ts'

/** Starts a new machine and runs the setup script; then everything that is typed and printed is recorded. */
export async function startRecordedMachine(setUp: string | undefined): Promise<HeadlessMachine> {
  const machine = await HeadlessMachine.start()
  if (setUp !== undefined) await runHidden(machine, setUp)
  await runHidden(machine, `stty -F /dev/ttyS0 cols ${screenSize.cols} rows ${screenSize.rows}`)
  // Bash prints this once a command has been entered; what follows is the command's output.
  await machine.type(` PS0=$'\\x1e'`)
  return machine
}

/** Types one command and returns it with what the terminal shows at the end. */
export async function recordCommand(machine: HeadlessMachine, run: string): Promise<RecordedCommand> {
  const { received, exitCode } = await machine.type(run, commandTimeoutMillis)
  return { run, exit: exitCode, output: await renderTerminal(commandOutput(received)) }
}

/** Docker's own version numbers, without a distribution's suffix such as `+dfsg4`. */
export async function readVersions(machine: HeadlessMachine): Promise<Pick<Recording, 'engine' | 'client'>> {
  const versions = await runHidden(machine, "docker version -f '{{.Server.Version}} {{.Client.Version}}'")
  const [engine = '', client = ''] = versions.trim().split(' ')
  return { engine: engine.replace(/\+.*/, ''), client: client.replace(/\+.*/, '') }
}

/** The output between the mark before it and the invisible mark before the next prompt. */
function commandOutput(received: string): string {
  return received.slice(received.indexOf('\x1e') + 1, received.lastIndexOf('\x1b]133;D;'))
}

async function runHidden(machine: HeadlessMachine, script: string): Promise<string> {
  const { exitCode, output } = await machine.v86.run(script, { timeoutMillis: commandTimeoutMillis })
  if (exitCode !== 0)
    throw new Error(`Expected exit code 0 from this setup script, got ${exitCode}:\n${script}\n\n${output}`)
  return output
}
