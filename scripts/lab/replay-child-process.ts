import type { Lab } from '#domain/lab/lab.ts'
import { replayLab } from './replay.ts'

/** What the child process of replay-in-child-process.ts sends: the transcript piece by piece, and then the failures. */
export type ReplayMessage = { transcript: string } | { failures: string[] }

const send = (message: ReplayMessage, onSent = () => {}) => process.send?.(message, onSent)

process.once('message', async (lab: Lab) => {
  const failures = await replayLab(lab, (transcript) => send({ transcript }))
  send({ failures }, () => process.exit(0))
})
