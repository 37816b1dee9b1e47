import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileCourse } from '#scripts/content/compile.ts'
import { jsonSchemaFiles } from '#scripts/content/json-schemas.ts'
import { formatProblems } from '#scripts/content/problem.ts'

test('all content passes the checks', () => {
  expect(formatProblems(compileCourse(process.cwd()).problems)).toBe('')
})

test.each(Object.entries(jsonSchemaFiles()))('%s is up to date (npm run schemas)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})
