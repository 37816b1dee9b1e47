import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'

test('the bundle of a page that only grades contains no schemas', async () => {
  const entry = join(import.meta.dirname, '../../../src/domain/quiz/grading.ts')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'] } },
  })
  const [output] = [built].flat()
  const code = output && 'output' in output ? output.output[0].code : ''
  expect(code).toContain('publish-all')
  expect(code).not.toMatch(/strict_object|safeParse|Permanent id|The reason, shown as feedback/)
})
