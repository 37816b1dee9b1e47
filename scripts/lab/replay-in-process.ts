import { fork } from 'node:child_process'
import type { Lab } from '#domain/lab/lab.ts'
import type { ReplayResult } from './replay.ts'

/** Replays a lab in a process of its own, so that its memory is freed and a crash does not affect other replays. */
export function replayInProcess(lab: Lab): Promise<ReplayResult> {
  return new Promise((resolve) => {
    // With a replay on every core, V8’s optimizing compiler costs more time than its code saves.
    const child = fork('scripts/lab/replay-process.ts', { execArgv: ['--liftoff-only'] })
    let replay: ReplayResult | undefined
    child.on('message', (message) => {
      replay = message as ReplayResult // sent by replay-process.ts
    })
    child.on('exit', (code) =>
      resolve(
        replay ?? { failures: [`The replay's process ended early, with exit code ${code}.`], transcript: '' },
      ),
    )
    child.send(lab)
  })
}
