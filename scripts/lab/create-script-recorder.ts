import { startingScript, toRecordedStart } from '#domain/lab/shop.ts'
import type { RecordedCommand, Recording } from '#domain/recording/recording.ts'
import { commandsToType, type RecordingScript } from '#domain/recording/recording-script.ts'
import { readVersions, recordCommand, startRecordedMachine } from './recorded-machine.ts'

/**
 * Records scripts by typing their commands, each script on a new machine. Versions are read once, because every machine
 * has the same image. `date` is YYYY-MM-DD.
 */
export function createScriptRecorder(date: string): (script: RecordingScript) => Promise<Recording> {
  let versions: Pick<Recording, 'engine' | 'client'> | undefined
  return async (script) => {
    const machine = await startRecordedMachine(startingScript(script))
    try {
      const commands: RecordedCommand[] = []
      for (const run of commandsToType(script)) commands.push(await recordCommand(machine, run))
      versions ??= await readVersions(machine)
      return { session: script.id, ...versions, seen: date, ...toRecordedStart(script), commands }
    } finally {
      machine.dispose()
    }
  }
}
