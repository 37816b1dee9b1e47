import { expect, test } from 'vitest'
import {
  answer,
  type ExpectedProblem,
  glossary,
  lesson,
  problemsOf,
  quiz,
  today,
  withBrokenFiles,
} from './valid-content.ts'

const firstUrl = 'https://docs.docker.com/engine/storage/drivers/'
const secondUrl = 'https://docs.docker.com/reference/cli/docker/image/history/'

const rejections: ExpectedProblem[] = [
  {
    name: 'an address that no item may cite, since its lesson does not list it',
    file: quiz,
    from: `sources: [${secondUrl}]`,
    to: 'sources: [https://docs.docker.com/engine/]',
    at: 'docker.com/engine/]',
    expected: `images.layers.q-read: an address of the sources in ${lesson}`,
    found: '“https://docs.docker.com/engine/”',
  },
  {
    name: 'an item that cites one address twice',
    file: quiz,
    from: `sources: [${secondUrl}]`,
    to: `sources: [${secondUrl}, ${secondUrl}]`,
    at: `${secondUrl}, `,
    expected: 'images.layers.q-read: each source once',
    found: `“${secondUrl}”`,
  },
  {
    name: 'a date in the future',
    file: lesson,
    from: 'checked: 2026-11-23',
    to: 'checked: 2026-11-24',
    at: 'checked: 2026-11-24',
    expected: `a day no later than ${today}`,
    found: '“2026-11-24”',
  },
  {
    name: 'a source without the date when it was read',
    file: lesson,
    from: `url: ${firstUrl}\n    checked: 2026-11-23`,
    to: `url: ${firstUrl}`,
    at: "title: 'Docker docs: Storage drivers'",
    expected: 'the field sources.0.checked',
    found: 'nothing',
  },
  {
    name: 'an address over plain HTTP',
    file: lesson,
    from: `url: ${firstUrl}`,
    to: 'url: http://docs.docker.com/engine/',
    at: 'http://docs.docker.com/engine/',
    expected: 'sources.0.url: https://',
    found: '“http://docs.docker.com/engine/”',
  },
  {
    name: 'a page of Docker’s without its final slash',
    file: glossary,
    from: 'source: https://docs.docker.com/glossary/',
    to: 'source: https://docs.docker.com/glossary',
    at: 'https://docs.docker.com/glossary',
    expected: 'https://docs.docker.com/glossary/',
    found: '“https://docs.docker.com/glossary”',
  },
  {
    name: 'an address with a tracking parameter',
    file: lesson,
    from: `url: ${firstUrl}`,
    to: `url: ${firstUrl}?utm_source=feed`,
    at: 'utm_source',
    expected: firstUrl,
    found: `“${firstUrl}?utm_source=feed”`,
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})

test('a page that lists one address twice is rejected', () => {
  const problems = problemsOf(
    withBrokenFiles({ file: lesson, from: `url: ${firstUrl}`, to: `url: ${secondUrl}` }),
  )
  const expectations = problems.map(({ expected }) => expected)
  expect(expectations).toContain('each source of a page once')
  expect(expectations).toContain(`the title this address has in ${lesson}: “Docker docs: Storage drivers”`)
})
