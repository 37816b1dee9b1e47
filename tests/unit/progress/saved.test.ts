import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { progressSchema, progressVersion } from '#domain/progress/progress.ts'
import { resultsNewestFirst } from '#domain/progress/saved-results.ts'
import { parseText } from './arbitraries.ts'
import { fieldsOfSchema, fieldsOfValue } from './schema-fields.ts'

const folder = join(import.meta.dirname, '../../saved/progress')
const names = readdirSync(folder).sort()
const isFirstOfVersion = (name: string) => /^v\d+\.json$/.test(name)
/** Documents of the current version: the first, such as `v4.json`, and later ones with the fields that it lacks. */
const isOfToday = (name: string) => new RegExp(`^v${progressVersion}[.-]`).test(name)

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

test('there is a saved document for every version', () => {
  const expected = Array.from({ length: progressVersion }, (_, index) => `v${index + 1}.json`)
  expect(names.filter(isFirstOfVersion)).toEqual(expected)
})

test.each(names.filter(isFirstOfVersion))('%s still opens, with all that was in it', (name) => {
  const opened = parseText(read(name))
  if (opened.kind !== 'ok') throw new Error(JSON.stringify(opened))
  const { answers, opened: lessons, read: marks, bookmarks, settings, sessions, results } = opened.progress
  expect(answers).toHaveLength(6)
  expect([lessons, marks, bookmarks, settings].map((record) => Object.keys(record).length)).toEqual([
    3, 2, 2, 2,
  ])
  expect(sessions['area:compose']?.value?.items).toHaveLength(2)
  const finished = sessions['link:Zq3x_A']?.value
  if (finished)
    expect(resultsNewestFirst(results)).toContainEqual(expect.objectContaining({ session: finished }))
})

test.each(names.filter(isOfToday))('%s opens as it was written, field by field', (name) => {
  const text = read(name)
  expect(parseText(text)).toEqual({ kind: 'ok', progress: JSON.parse(text) })
})

/** Results are stored only for quiz links. */
const isPossible = (field: string) => !/^results.*<(lesson|area|mixed)>/.test(field)

test('every field of the current format is in a saved document', () => {
  const saved = names
    .filter(isOfToday)
    .flatMap((name) => fieldsOfValue(progressSchema, JSON.parse(read(name))))
  const fields = fieldsOfSchema(progressSchema).filter(isPossible)
  expect(fields).toContain('era.cut')
  expect(fields.filter((field) => !saved.includes(field))).toEqual([])
})
