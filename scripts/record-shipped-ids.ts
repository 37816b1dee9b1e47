import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { compileCourse, shippedIdsFile, shippedIdsText } from './content/index.ts'

/** `npm run record-shipped-ids`: lists every released id, so that none can be removed or reused. */
const { ids } = compileCourse(process.cwd())
const before = existsSync(shippedIdsFile) ? readFileSync(shippedIdsFile, 'utf8') : undefined
writeFileSync(shippedIdsFile, shippedIdsText(ids, before))
console.log(`${shippedIdsFile}: ${ids.length} ids`)
