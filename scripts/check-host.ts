import { pluralize } from '#domain/pluralize.ts'
import { hostDifferences } from './hosting/host-differences.ts'
import { hostProbes } from './hosting/host-probes.ts'
import { buildFolder } from './site-config.ts'

/** `npm run check:host -- https://example.org/`: compares the responses of a host with those of our own server. */
const host = process.argv[2]
if (!host) {
  console.error("Missing the site's address. Usage: npm run check:host -- https://example.org/")
  process.exit(2)
}
const folder = `${buildFolder}/client`
let differingFiles = 0
for (const probe of hostProbes(folder)) {
  const differences = await hostDifferences(host, folder, probe)
  console.log(`${differences.length === 0 ? 'same' : 'DIFFERS'}  ${probe.kind} (${probe.address})`)
  for (const difference of differences) console.log(`         ${difference}`)
  if (differences.length > 0) differingFiles += 1
}
console.log(
  differingFiles === 0
    ? 'The host serves every kind of file as our own server does.'
    : `${pluralize(differingFiles, 'kind of file differs', 'kinds of files differ')}; docs/hosting.md says what a host should do.`,
)
process.exit(differingFiles === 0 ? 0 : 1)
