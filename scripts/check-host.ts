import { hostDifferences } from './hosting/host-differences.ts'
import { hostProbes } from './hosting/host-probes.ts'
import { buildFolder } from './site-config.ts'

/** `npm run check:host -- https://example.org/`: compares what a host sends with what our own server would send. */
const host = process.argv[2]
if (!host) {
  console.error('Say which address the site is served at: npm run check:host -- https://example.org/')
  process.exit(2)
}
const folder = `${buildFolder}/client`
let differing = 0
for (const probe of hostProbes(folder)) {
  const differences = await hostDifferences(host, folder, probe)
  console.log(`${differences.length === 0 ? 'same' : 'DIFFERS'}  ${probe.kind} (${probe.address})`)
  for (const difference of differences) console.log(`         ${difference}`)
  if (differences.length > 0) differing += 1
}
console.log(
  differing === 0 ? 'The host answers as our own server does.' : `${differing} kinds of file differ.`,
)
process.exit(differing === 0 ? 0 : 1)
