import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { jsonSchemaFiles } from './content/index.ts'

/** `npm run schemas`: writes the JSON Schemas that editors use for completion (.vscode/settings.json maps them). */
for (const [file, text] of Object.entries(jsonSchemaFiles())) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(file)
}
