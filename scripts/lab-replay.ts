import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Lab } from '#domain/lab/lab.ts'
import { readLabs, unknownLab } from './lab/read-labs.ts'
import { openReplayCache } from './lab/replay-cache.ts'
import { replayInChildProcess } from './lab/replay-in-child-process.ts'

/**
 * `npm run lab:replay -- [--all] [--minutes 10] [lab ids…]`: replays labs on new machines, several at a time. The initial
 * state of each step must fail its check, each known wrong answer must get its feedback, and the solution, typed into the
 * terminal, must pass. A single lab shows its transcript as it runs. Without ids, labs that passed and have not changed
 * are skipped, unless `--all` is given. After `--minutes` no further replay starts, and the remaining labs are listed.
 */
const { values, positionals: requestedIds } = parseArgs({
  options: { all: { type: 'boolean', default: false }, minutes: { type: 'string' } },
  allowPositionals: true,
})
const labs = readLabs().filter(({ lab }) => requestedIds.length === 0 || requestedIds.includes(lab.id))
for (const id of requestedIds) {
  if (!labs.some(({ lab }) => lab.id === id))
    console.error(`${unknownLab(id)} Omit the id to replay all labs.`)
}
const record = openReplayCache()
const hasPassedBefore = ({ lab }: { lab: Lab }) => requestedIds.length === 0 && !values.all && record.has(lab)
for (const { lab } of labs.filter(hasPassedBefore))
  console.log(`✓ ${lab.id}  unchanged since its last replay`)
// The longest first, so that no long replay runs alone at the end.
const queue = labs
  .filter((each) => !hasPassedBefore(each))
  .toSorted((a, b) => countTypedLines(b.lab) - countTypedLines(a.lab))
const minutes = Number(values.minutes ?? Number.POSITIVE_INFINITY)
if (!(minutes > 0)) {
  console.error(`--minutes must be a number above 0, such as --minutes 10; got "${values.minutes}".`)
  process.exit(1)
}
const end = Date.now() + minutes * 60_000
// One lab by its id is somebody's work in progress: its transcript appears as it grows.
const onProgress =
  requestedIds.length === 1 ? (transcript: string) => void process.stdout.write(transcript) : undefined
let failedLabs = 0
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, replayNext))
for (const { lab } of queue)
  console.log(`· ${lab.id}  not replayed: the ${minutes} minutes are up; run the command again to continue`)
console.log(
  `${labs.length - queue.length - failedLabs} passed, ${failedLabs} failed, ${queue.length} not replayed`,
)
process.exit(failedLabs > 0 || labs.length < requestedIds.length ? 1 : 0)

async function replayNext(): Promise<void> {
  for (let startedAt = Date.now(); startedAt < end; startedAt = Date.now()) {
    const next = queue.shift()
    if (!next) return
    const { lab, file } = next
    const { failures, transcript } = await replayInChildProcess(lab, onProgress)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
    if (failures.length === 0) {
      record.add(lab, transcript)
      console.log(`✓ ${lab.id}  ${lab.steps.length} steps, ${seconds} s`)
      continue
    }
    failedLabs += 1
    console.log(`✗ ${lab.id}  ${lab.steps.length} steps, ${seconds} s  (${file})`)
    for (const failure of failures) console.log(`  ${failure.replaceAll('\n', '\n    ')}`)
    if (!onProgress) console.log(`\n${transcript}\n`)
  }
}

function countTypedLines({ steps }: Lab): number {
  const typed = steps.flatMap(({ solution, wrong }) => [solution, ...wrong.map(({ example }) => example)])
  return typed.join('\n').split('\n').length
}
