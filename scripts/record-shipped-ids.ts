import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { compileCourse } from './content/compile.ts'
import { shippedIdsFile, shippedIdsText } from './content/shipped-ids.ts'

/** `npm run record-shipped-ids`: lists every id that goes out with a release, so that none can vanish or come back. */
const { ids } = compileCourse(process.cwd())
const before = existsSync(shippedIdsFile) ? readFileSync(shippedIdsFile, 'utf8') : undefined
writeFileSync(shippedIdsFile, shippedIdsText(ids, before))
console.log(`${shippedIdsFile}: ${ids.length} ids`)
