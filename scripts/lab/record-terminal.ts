import { startingScript, toRecordedStart } from '#domain/lab/shop.ts'
import type { RecordedCommand, Recording } from '#domain/recording/recording.ts'
import { commandsToType, type RecordingScript } from '#domain/recording/recording-script.ts'
import { readVersions, startRecordedMachine, typeRecorded } from './recorded-terminal.ts'

/**
 * Records sessions by typing them, each on a new machine. Versions are read once, because the image is the same every time.
 * `seen` is the date, as YYYY-MM-DD.
 */
export function createRecorder(seen: string): (session: RecordingScript) => Promise<Recording> {
  let versions: Pick<Recording, 'engine' | 'client'> | undefined
  return async (session) => {
    const machine = await startRecordedMachine(startingScript(session))
    try {
      const commands: RecordedCommand[] = []
      for (const run of commandsToType(session)) commands.push(await typeRecorded(machine, run))
      versions ??= await readVersions(machine)
      return { session: session.id, ...versions, seen, ...toRecordedStart(session), commands }
    } finally {
      machine.dispose()
    }
  }
}
