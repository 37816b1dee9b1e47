import { readLabs } from './lab/read-labs.ts'
import { replayLab } from './lab/replay.ts'

/**
 * `npm run lab:replay [lab ids…]`: plays each lab on a fresh machine. Each step's starting state must fail its
 * check, each wrong way must be heard, and the solution, typed into the terminal, must pass.
 */
const wanted = process.argv.slice(2)
const labs = readLabs().filter(({ lab }) => wanted.length === 0 || wanted.includes(lab.id))
for (const id of wanted) {
  if (!labs.some(({ lab }) => lab.id === id)) console.error(`No lab has the id «${id}».`)
}
let failures = 0
for (const { lab, file } of labs) {
  const begun = Date.now()
  const { faults, transcript } = await replayLab(lab)
  const seconds = ((Date.now() - begun) / 1000).toFixed(0)
  console.log(
    `${faults.length === 0 ? '✓' : '✗'} ${lab.id}  ${lab.steps.length} steps, ${seconds} s${faults.length === 0 ? '' : `  (${file})`}`,
  )
  if (faults.length === 0) continue
  failures += 1
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n    ')}`)
  console.log(`\n${transcript}\n`)
}
console.log(`${labs.length - failures} passed, ${failures} failed`)
process.exit(failures > 0 || labs.length < wanted.length ? 1 : 0)
