import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createLessonFiles, filesOnDisk } from './content/index.ts'

/** `npm run new-lesson -- images 04 my-topic "My Topic"`: a folder to fill in. */
const [area, number, slug, title] = process.argv.slice(2)
if (!area || !number || !slug || !title) {
  console.error(
    'Usage: npm run new-lesson -- <area> <number> <name> "<title>"\nExample: npm run new-lesson -- images 04 my-topic "My Topic"',
  )
  process.exit(1)
}
const result = createLessonFiles(filesOnDisk(process.cwd()), { area, number, slug, title })
if (result.kind === 'rejected') {
  console.error(`Nothing was written: ${result.reason}.`)
  process.exit(1)
}
for (const [file, text] of Object.entries(result.files)) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`wrote ${file}`)
}
console.log(`
Next:
  1. npm run check:content ${result.folder}   lists what is still to be written, by line
  2. npm run dev                              shows the lesson while you write it
  3. Change ids now if you want to: once shipped (npm run record-shipped-ids), they are permanent.`)
