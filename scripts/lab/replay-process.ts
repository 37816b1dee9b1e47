import type { Lab } from '#domain/lab/lab.ts'
import { replayLab } from './replay.ts'

/** The other end of replay-apart.ts: one lab comes, one replay goes. */
process.once('message', async (lab: Lab) => {
  process.send?.(await replayLab(lab), () => process.exit(0))
})
