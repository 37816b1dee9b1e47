import type { RecordedCommand, Recording } from '#domain/recording/recording.ts'
import { commandsToType, type RecordingScript } from '#domain/recording/recording-script.ts'
import { readVersions, startRecordedMachine, typeRecorded } from './recorded-terminal.ts'

/**
 * Plays sessions by typing, each on a fresh machine. The machine is asked once for its versions: it is the same
 * image every time. `seen` is the day, as YYYY-MM-DD.
 */
export function createRecorder(seen: string): (session: RecordingScript) => Promise<Recording> {
  let versions: Pick<Recording, 'engine' | 'client'> | undefined
  return async (session) => {
    const machine = await startRecordedMachine(session.setUp)
    try {
      const commands: RecordedCommand[] = []
      for (const run of commandsToType(session)) commands.push(await typeRecorded(machine, run))
      versions ??= await readVersions(machine)
      const { id, setUp } = session
      return { session: id, ...versions, seen, ...(setUp !== undefined && { setUp }), commands }
    } finally {
      machine.dispose()
    }
  }
}
