import type { Lab } from '#domain/lab/lab.ts'
import { replayLab } from './replay.ts'

/** The child process of replay-in-process.ts: receives one lab and sends back one result. */
process.once('message', async (lab: Lab) => {
  process.send?.(await replayLab(lab), () => process.exit(0))
})
