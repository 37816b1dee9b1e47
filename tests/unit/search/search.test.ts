import { describe, expect, test } from 'vitest'
import { indexEntries } from '#domain/search/minisearch-options.ts'
import {
  findSearchResults,
  loadSearchIndex,
  loadTitleIndex,
  type SearchIndex,
} from '#domain/search/search.ts'
import type { SearchEntry } from '#domain/search/search-entry.ts'

function indexOf(...given: (Partial<SearchEntry> & { title: string })[]) {
  const documents = given.map(
    (entry, at): SearchEntry => ({
      kind: 'section',
      context: '',
      text: '',
      address: `/${at}`,
      ...entry,
    }),
  )
  return { documents, engine: indexEntries(documents) }
}

const titles = (index: SearchIndex, query: string, settings = {}) =>
  findSearchResults(index, query, settings).map(({ entry }) => entry.title)

const course = indexOf(
  { title: 'Cgroups', kind: 'lesson', text: 'Limits for memory and CPU.' },
  { title: 'docker run --memory 64m alpine', kind: 'command', context: 'Cgroups' },
  { title: 'Three limits', text: 'Over the --memory ceiling a process is killed.', context: 'Cgroups' },
  { title: 'Who answers on 127.0.0.11', text: 'The embedded DNS server.' },
  { title: 'The .dockerignore file', text: 'What is not sent.' },
  { title: 'Multi-Stage Builds', kind: 'lesson', text: 'Build in one stage, ship another.' },
  { title: 'Storage drivers', text: 'overlay2 is the usual one of old stores.' },
)

test.each([
  ['--memory', 'docker run --memory 64m alpine'],
  ['—memory', 'docker run --memory 64m alpine'],
  ['––memory', 'docker run --memory 64m alpine'],
  ['−−memory', 'docker run --memory 64m alpine'],
  ['－－ｍｅｍｏｒｙ　', 'docker run --memory 64m alpine'],
  ['“--memory”', 'docker run --memory 64m alpine'],
  ['`--mem\u200bory`', 'docker run --memory 64m alpine'],
  ['multi‑stage', 'Multi-Stage Builds'],
  ['multi–stage\u00a0builds', 'Multi-Stage Builds'],
  ['dockerignore。', 'The .dockerignore file'],
  ['.dockerignore', 'The .dockerignore file'],
  ['dockerignore', 'The .dockerignore file'],
  ['127.0.0.11', 'Who answers on 127.0.0.11'],
  ['127.0', 'Who answers on 127.0.0.11'],
  ['overlay2', 'Storage drivers'],
  ['overla', 'Storage drivers'],
  ['multi-stage', 'Multi-Stage Builds'],
  ['multi stage', 'Multi-Stage Builds'],
  ['MULTISTAGE builds', 'Multi-Stage Builds'],
  ['cgruops', 'Cgroups'],
  ['how do I limit the memory', 'Cgroups'],
])('%s finds %s first', (query, title) => {
  expect(titles(course, query)[0]).toBe(title)
})

test.each(['', '   ', 'xyzzy', 'the', '…', '"', '\\', '__proto__', '<script>'])(
  '%j finds nothing',
  (query) => {
    expect(titles(course, query)).toEqual([])
  },
)

test('every word must match the entry or its context', () => {
  expect(titles(course, 'cgroups ceiling')).toEqual(['Three limits'])
})

test('a repeated word counts once', () => {
  const once = findSearchResults(course, 'docker network')
  expect(findSearchResults(course, 'docker network '.repeat(300))).toEqual(once)
})

test('of a long text, the first 32 words count', () => {
  const unknownWords = (count: number) => Array.from({ length: count }, (_, index) => `zzz${index}`).join(' ')
  expect(titles(course, `${unknownWords(31)} overlay2`)).toEqual(['Storage drivers'])
  expect(titles(course, `${unknownWords(32)} overlay2`)).toEqual([])
})

test('if nothing has all words, any word is enough', () => {
  expect(titles(course, 'overlay2 xyzzy')).toEqual(['Storage drivers'])
})

test('a result says which terms matched, for highlighting', () => {
  const [first] = findSearchResults(course, 'overla')
  expect(first?.terms).toEqual(['overlay2'])
})

test('kinds that are not requested are left out', () => {
  expect(titles(course, 'memory', { kinds: ['command'] })).toEqual(['docker run --memory 64m alpine'])
})

test('of two equal matches, the one in the reader’s depth comes first', () => {
  const index = indexOf(
    { title: 'Limits', role: 'practitioner', address: '/p' },
    { title: 'Limits', role: 'beginner', address: '/b' },
  )
  const first = (role: 'beginner' | 'practitioner') =>
    findSearchResults(index, 'limits', { role })[0]?.entry.role
  expect([first('beginner'), first('practitioner')]).toEqual(['beginner', 'practitioner'])
})

test('there are no more results than requested', () => {
  expect(titles(course, 'memory', { limit: 1 })).toHaveLength(1)
})

test.each(['', '{', '{}', 'null', '[]', '{"documents":[]}', '{"documents":[],"index":{}}'])(
  'a damaged index gives undefined: %s',
  (json) => {
    expect(loadSearchIndex(json)).toBeUndefined()
  },
)

test('an index survives serialization', () => {
  const json = JSON.stringify({ documents: course.documents, index: course.engine.toJSON() })
  const loaded = loadSearchIndex(json)
  expect(loaded && titles(loaded, 'memory')).toEqual(titles(course, 'memory'))
})

describe('the title index', () => {
  const titlesOnly = loadTitleIndex(
    JSON.stringify({
      documents: course.documents
        .filter(({ kind }) => kind !== 'command')
        .map(({ text: _, ...entry }) => entry),
      whole: '/whole.json',
    }),
  )

  test.each([
    ['multi-stage', ['Multi-Stage Builds']],
    ['dockerig', ['The .dockerignore file']],
    ['limits', ['Three limits']],
  ])('%s finds %j', (query, found) => {
    expect(titlesOnly && titles(titlesOnly.index, query)).toEqual(found)
  })

  test.each(['cgruops', 'overlay2 drivers', 'ceiling'])('it finds nothing for %s', (query) => {
    expect(titlesOnly && titles(titlesOnly.index, query)).toEqual([])
  })

  test('it finds what an index of all titles finds, for every beginning of every word, and two at once', () => {
    const entries = course.documents.filter(({ kind }) => kind !== 'command')
    const all = indexOf(...entries.map((entry) => ({ ...entry, text: '' })))
    const words = all.documents.flatMap(({ title, context }) => `${title} ${context}`.split(' '))
    const beginnings = words.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1)))
    for (const query of [...beginnings, 'a/multi-stage', 'the limits', 'storage dri', 'cg three'])
      expect(titlesOnly && titles(titlesOnly.index, query).toSorted(), query).toEqual(
        titles(all, query).toSorted(),
      )
  })

  test('it knows the address of the full index, and a damaged file is rejected', () => {
    expect(titlesOnly?.fullIndexAddress).toBe('/whole.json')
    expect(loadTitleIndex('{"documents":[')).toBeUndefined()
    expect(loadTitleIndex('{}')).toBeUndefined()
  })
})
