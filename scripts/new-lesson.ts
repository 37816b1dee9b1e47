import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { filesOnDisk, newLesson } from './content/index.ts'

/** `npm run new-lesson -- images 04 my-topic "My Topic"`: a folder to fill in. */
const [area, number, slug, title] = process.argv.slice(2)
if (!area || !number || !slug || !title) {
  console.error(
    'npm run new-lesson -- <area> <number> <name> "<title>", such as: images 04 my-topic "My Topic"',
  )
  process.exit(1)
}
const result = newLesson(filesOnDisk(process.cwd()), { area, number, slug, title })
if (result.kind === 'refused') {
  console.error(`Nothing was written: ${result.why}.`)
  process.exit(1)
}
for (const [file, text] of Object.entries(result.files)) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`wrote ${file}`)
}
console.log(`
Next:
  1. npm run check:content ${result.folder}   lists what is left to write, with lines
  2. npm run dev                              shows the lesson while you write it
  3. Change ids now if you must: once shipped (npm run record-shipped-ids) they are permanent.`)
