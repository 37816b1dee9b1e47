import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileCourse } from '#scripts/content/compile.ts'
import { filesOnDisk } from '#scripts/content/content-files.ts'
import { jsonSchemaFiles } from '#scripts/content/json-schemas.ts'
import { toModule } from '#scripts/content/mdx-processor.ts'
import { areaFolders, labIdOf, labPageFiles, primerFiles } from '#scripts/content/page-files.ts'
import { formatProblems } from '#scripts/content/problem.ts'
import { shippedIdsFile, shippedIdsText } from '#scripts/content/shipped-ids.ts'

const course = compileCourse(process.cwd())

test('all content passes the checks', () => {
  expect(formatProblems(course.problems)).toBe('')
})

test('the compiled pages have the addresses that their folders give', () => {
  const tree = filesOnDisk(process.cwd())
  const lessons = areaFolders(tree).flatMap((area) => area.lessons)
  const addresses = [...lessons, ...primerFiles(tree)].map(({ address }) => address)
  expect(addresses).toEqual(course.pages.map(({ address }) => address))
  expect(labPageFiles(tree).flatMap((page) => labIdOf(tree, page) ?? [])).toEqual(
    course.catalog.labs.map(({ id }) => id),
  )
})

test('a text is parsed once and compiled to a component once', async () => {
  const [page] = course.pages
  if (!page) throw new Error('the course has no page')
  expect(toModule(page)).toBe(toModule(page))
  expect(await toModule(page)).toContain('export default function MDXContent')
})

test.each(Object.entries(jsonSchemaFiles()))('%s is up to date (npm run schemas)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('every id is recorded as permanent (npm run record-shipped-ids)', () => {
  const recorded = readFileSync(shippedIdsFile, 'utf8')
  expect(recorded).toBe(shippedIdsText(course.ids, recorded))
})
