import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { type Lab, labSchema } from '#domain/lab/lab.ts'
import { contentRoot } from '../site.ts'

/** Every lab.yaml, in the order of the course. check:content says more about one that is not in order. */
export function readLabs(): { lab: Lab; file: string }[] {
  const files = globSync('content/*/*/lab.yaml', { cwd: contentRoot }).sort()
  return files.map((file) => {
    const result = v.safeParse(labSchema, parse(readFileSync(join(contentRoot, file), 'utf8')))
    if (!result.success) {
      const issues = result.issues.map((issue) => `  ${v.getDotPath(issue)}: ${issue.message}`)
      throw new Error(`${file} is not a lab (npm run check:content says more):\n${issues.join('\n')}`)
    }
    return { lab: result.output, file }
  })
}
