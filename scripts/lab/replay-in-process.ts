import { fork } from 'node:child_process'
import type { Lab } from '#domain/lab/lab.ts'
import type { ReplayResult } from './replay.ts'

/** Plays a lab in a process of its own, which gives all its memory back, and whose end ends no other replay. */
export function replayInProcess(lab: Lab): Promise<ReplayResult> {
  return new Promise((resolve) => {
    // With a replay on every processor, V8's slow compiler takes from them more than its better code gives back.
    const child = fork('scripts/lab/replay-process.ts', { execArgv: ['--liftoff-only'] })
    let replay: ReplayResult | undefined
    child.on('message', (message) => {
      replay = message as ReplayResult // from replay-child.ts, beside this file
    })
    child.on('exit', (code) =>
      resolve(
        replay ?? { failures: [`The replay's process ended early, with exit code ${code}.`], transcript: '' },
      ),
    )
    child.send(lab)
  })
}
