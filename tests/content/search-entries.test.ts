import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  loadSearchIndex,
  loadTitleIndex,
  findSearchResults as search,
  searchEntryKey,
} from '#domain/search/search.ts'
import { searchEntrySchema } from '#domain/search/search-entry.ts'
import { buildSearchIndex, buildTitleIndex } from '#scripts/content/build-search-index.ts'
import { compileContent } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { searchEntries } from '#scripts/content/search-entries.ts'
import { today, validFiles } from './valid-content.ts'

const entries = searchEntries(compileContent(filesInMemory(validFiles), today))

test('search entries match their schema and have unique keys', () => {
  for (const entry of entries) expect(v.safeParse(searchEntrySchema, entry).issues).toBeUndefined()
  expect(new Set(entries.map(searchEntryKey)).size).toBe(entries.length)
})

test('areas, lessons, sections, notes, commands, labs, primers and terms can be found', () => {
  const addresses = entries.map(({ kind, address }) => `${kind} ${address}`)
  expect(addresses).toEqual([
    'area /images',
    'lesson /images/layers',
    'section /images/layers#a-stack-of-sheets',
    'section /images/layers#what-a-delete-leaves-behind',
    'note /images/layers#note-whiteouts',
    'note /images/layers#note-shared-layers',
    'command /images/layers#a-stack-of-sheets',
    'command /images/layers#a-stack-of-sheets',
    'command /images/layers#what-a-delete-leaves-behind',
    'command /images/layers#what-a-delete-leaves-behind',
    'lab /labs/weigh-it',
    'primer /start/basics',
    'primer /start/basics#the-shell',
    'term /glossary#layer',
    'term /glossary#image',
    'term /glossary#digest',
    'term /glossary#tag',
  ])
})

test('the text of a note is found only in the note, not in its section', () => {
  const holding = entries.filter(({ text }) => text.includes('covered by a marker'))
  expect(holding.map(({ kind, title }) => [kind, title])).toEqual([['note', 'Whiteouts']])
})

test('a section has its depth, and text after a note belongs to the section', () => {
  const section = entries.find(({ address }) => address.endsWith('#what-a-delete-leaves-behind'))
  expect(section).toMatchObject({ role: 'practitioner', context: 'Layers' })
  expect(section?.text).toContain('Deleting a file makes the image smaller.')
})

test('a command is an entry of its own and not part of a text', () => {
  const command = 'docker run --rm --memory 64m nginx:1.29 nginx -v'
  expect(entries.filter(({ title }) => title === command)).toHaveLength(1)
  expect(entries.filter(({ text }) => text.includes(command))).toEqual([])
})

test('the page finds the index that the build writes', () => {
  const index = loadSearchIndex(buildSearchIndex(entries))
  const [first] = index ? search(index, '--memory') : []
  expect(first?.entry).toMatchObject({ kind: 'command', address: '/images/layers#a-stack-of-sheets' })
})

test('the title index has what the full index has, except commands and texts, and links to it', () => {
  const titles = loadTitleIndex(buildTitleIndex(entries, '/assets/search-index-1.json'))
  expect(titles?.fullIndexAddress).toBe('/assets/search-index-1.json')
  expect(titles?.index.documents.map(searchEntryKey)).toEqual(
    entries.filter(({ kind }) => kind !== 'command').map(searchEntryKey),
  )
  expect(titles?.index.documents.every(({ text }) => text === '')).toBe(true)
})
