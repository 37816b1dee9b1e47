import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { progressVersion } from '#domain/progress/progress.ts'
import { resultsNewestFirst } from '#domain/progress/saved-results.ts'
import { parseText } from './arbitraries.ts'

const folder = join(import.meta.dirname, '../../saved/progress')

test('there is a saved document of every version', () => {
  const names = Array.from({ length: progressVersion }, (_, index) => `v${index + 1}.json`)
  expect(readdirSync(folder).sort()).toEqual(names)
})

test.each(readdirSync(folder))('%s still opens, with all that was in it', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const opened = parseText(text)
  if (opened.kind !== 'ok') throw new Error(JSON.stringify(opened))
  const { answers, opened: lessons, read, bookmarks, settings, sessions, results } = opened.progress
  expect(answers).toHaveLength(6)
  expect([lessons, read, bookmarks, settings].map((record) => Object.keys(record).length)).toEqual([
    3, 2, 2, 2,
  ])
  expect(sessions['area:compose']?.value?.items).toHaveLength(2)
  const finished = sessions['link:Zq3x_A']?.value
  if (finished)
    expect(resultsNewestFirst(results)).toContainEqual(expect.objectContaining({ session: finished }))
})

test('a document of today’s version opens as it was written, field by field', () => {
  const text = readFileSync(join(folder, `v${progressVersion}.json`), 'utf8')
  expect(parseText(text)).toEqual({ kind: 'ok', progress: JSON.parse(text) })
})
