import { use } from 'react'
import { loadRecordings, memoizePromise, type RepeatableRecording } from '#content/lesson-chunks.ts'
import { createLabMachine } from '#features/lab/create-lab-machine.ts'
import { RecordingMachine } from '#features/lab/recording-machine.tsx'
import { loadWithRetry } from '#store/load-with-retry.ts'

/**
 * The machine of one recording, with the state that the recording starts from. Loaded on demand, hence the default
 * export.
 */
export default function RecordingMachineLoader({
  lesson,
  address,
  id,
  title,
  onClose,
}: {
  lesson: string
  /** The address of the chunk with the lesson’s recordings. */
  address: string
  id: string
  title: string
  onClose: () => void
}) {
  const recording = use(loadRecordingsWithRetry(lesson, address))[id]
  return (
    recording && (
      <RecordingMachine
        title={title}
        recording={recording}
        createMachine={createLabMachine}
        onClose={onClose}
      />
    )
  )
}

const recordingPromises = new Map<string, Promise<Record<string, RepeatableRecording>>>()

function loadRecordingsWithRetry(lesson: string, address: string) {
  return memoizePromise(recordingPromises, lesson, () =>
    loadWithRetry('machine', () => loadRecordings(lesson, address), { address }),
  )
}
