import { fork } from 'node:child_process'
import type { Lab } from '#domain/lab/lab.ts'
import type { ReplayMessage } from './replay-child-process.ts'

export type ReplayResult = { failures: string[]; transcript: string }

/** Three times as long as the longest lab takes on two busy cores. */
const maxReplayMinutes = 20

/**
 * Replays a lab in a process of its own, so that its memory is freed and a crash does not affect other replays. A replay
 * that takes too long is ended, and its transcript shows where it was. `onProgress` receives the transcript
 * as it grows.
 */
export function replayInChildProcess(lab: Lab, onProgress?: (text: string) => void): Promise<ReplayResult> {
  return new Promise((resolve) => {
    // With a replay on every core, V8’s optimizing compiler costs more time than its code saves.
    const child = fork('scripts/lab/replay-child-process.ts', { execArgv: ['--liftoff-only'] })
    let failures: string[] | undefined
    let transcript = ''
    const timer = setTimeout(() => {
      failures = [`The replay must end within ${maxReplayMinutes} minutes. The transcript ends where it was.`]
      child.kill('SIGKILL')
    }, maxReplayMinutes * 60_000)
    child.on('message', (message) => {
      const sent = message as ReplayMessage // sent by replay-child-process.ts
      if ('failures' in sent) failures = sent.failures
      else {
        transcript += sent.transcript
        onProgress?.(sent.transcript)
      }
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      failures ??= [`The replay's process ended early, with exit code ${code}.`]
      resolve({ failures, transcript })
    })
    child.send(lab)
  })
}
