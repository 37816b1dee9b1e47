import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ShopFile, shopScript } from '#domain/lab/shop.ts'
import { filesInMemory, filesOnDisk } from '#scripts/content/content-files.ts'
import { composeFindings } from '#scripts/content/fences/compose.ts'
import { dockerfileFindings } from '#scripts/content/fences/dockerfile.ts'
import { readLessonBody } from '#scripts/content/lesson-body.ts'
import { quoteProblems } from '#scripts/content/quote-rules.ts'
import { readShop, shopFilesAt, shopSteps } from '#scripts/content/shop.ts'
import { answer, lab, labOutput, problemsOf, recorded, sessions, validFiles } from './valid-content.ts'

const tree = filesOnDisk('.')
const steps = shopSteps(tree)
const filesAt = (step: string) => shopFilesAt(tree, step) ?? []
const named = (files: ShopFile[], name: string) => files.filter(({ path }) => path.endsWith(name))

test('the shop grows in named steps', () => {
  expect(steps).toEqual([
    'one-stage',
    'two-stages',
    'compose',
    'healthchecks',
    'hardened',
    'observed',
    'signed',
    'rootless',
  ])
})

describe.each(steps)('the shop at the step %s', (step) => {
  const files = filesAt(step)

  test('has Dockerfiles that pass the linter', () => {
    const dockerfiles = named(files, 'Dockerfile')
    expect(dockerfiles.map(({ path }) => path)).toEqual([
      'api/Dockerfile',
      'db/Dockerfile',
      'sdk/Dockerfile',
      'web/Dockerfile',
    ])
    expect(dockerfiles.flatMap(({ text }) => dockerfileFindings(text))).toEqual([])
  })

  test('copies only files that exist', () => {
    for (const { path, text } of named(files, 'Dockerfile')) {
      const folder = path.replace('Dockerfile', '')
      for (const [, source = ''] of text.matchAll(/^COPY (?!--from)(?:--\S+ )?(\S+) /gm))
        expect(files.some((file) => `${file.path}/`.startsWith(`${folder}${source}/`))).toBe(true)
    }
  })

  test('has a valid Compose file that builds existing folders', () => {
    for (const { text } of named(files, 'compose.yaml')) {
      expect(composeFindings(text)).toEqual([])
      const { services } = parse(text, { merge: true }) as { services: Record<string, object> }
      // A service in a profile is somebody else's image, which the labs' machine does not have and does not start.
      const own = Object.entries(services).filter(([, service]) => !('profiles' in service))
      for (const [name, service] of own) expect(service).toMatchObject({ image: `shop-${name}`, build: name })
      expect(own.map(([name]) => name).toSorted()).toEqual(['api', 'db', 'web'])
    }
  })

  test('can be written by a shell, byte for byte', () => {
    for (const { path, text } of files) {
      expect(path).toMatch(/^[\w./-]+$/)
      expect(text.endsWith('\n')).toBe(true)
      expect(text).not.toMatch(/\r|^END_OF_(SHOP_)?FILE$/m)
    }
  })
})

test('a step contains only what it changes', () => {
  for (const [index, step] of steps.entries()) {
    const before = new Map(filesAt(steps[index - 1] ?? '').map(({ path, text }) => [path, text]))
    const folder = `content/shop/0${index + 1}-${step}`
    for (const path of tree.files(folder)) expect(tree.read(`${folder}/${path}`)).not.toBe(before.get(path))
  }
})

// Counted on an engine, as the most that one request has at a time. The observed gateway has more pipes.
test.each([
  ['hardened', 5],
  ['observed', 8],
])('at the step %s, all requests that web accepts fit within its limit of processes', (step, perRequest) => {
  const [dockerfile, compose] = ['web/Dockerfile', 'compose.yaml'].map(
    (name) => named(filesAt(step), name)[0],
  )
  const paused = Number(/"-M", "(\d+)"/.exec(dockerfile?.text ?? '')?.[1])
  const { services } = parse(compose?.text ?? '', { merge: true })
  // httpd itself, and one request more than the number at which it pauses.
  expect(1 + (paused + 1) * perRequest).toBeLessThanOrEqual(services.web.pids_limit)
})

test('the script creates the folders and writes the files', () => {
  const script = shopScript([
    { path: 'compose.yaml', text: 'name: $shop\n' },
    { path: 'web/www/index.html', text: '<p>\n' },
  ])
  expect(script).toContain('mkdir -p /root/shop /root/shop/web/www\n')
  expect(script).toContain(
    "cat >/root/shop/compose.yaml <<'END_OF_SHOP_FILE'\nname: $shop\nEND_OF_SHOP_FILE\n",
  )
})

const small = {
  'content/shop/README.md': 'The shop\n',
  'content/shop/01-first/api/Dockerfile': 'FROM sdk:1.0\n',
  'content/shop/01-first/api/api.c': 'int main(void);\n',
  'content/shop/02-second/api/Dockerfile': 'FROM scratch\n',
}

test('a step keeps the files of the steps before it', () => {
  expect(shopFilesAt(filesInMemory(small), 'second')).toEqual([
    { path: 'api/Dockerfile', text: 'FROM scratch\n' },
    { path: 'api/api.c', text: 'int main(void);\n' },
  ])
})

test('its digest depends on its own files and not on those of a later step', () => {
  const digestOf = (files: Record<string, string>) => readShop(filesInMemory(files), 'first')?.digest
  expect(digestOf({ ...small, 'content/shop/02-second/api/api.c': 'int main(void) {}\n' })).toBe(
    digestOf(small),
  )
  expect(digestOf({ ...small, 'content/shop/01-first/api/api.c': 'int main(void) {}\n' })).not.toBe(
    digestOf(small),
  )
})

test.each([
  ['shop/second/api/Dockerfile', 'FROM scratch', []],
  ['shop/second/api/api.c', 'int main(void);', []],
  [
    'shop/first/api/Dockerfile',
    'FROM scratch',
    ['lines of shop/first/api/Dockerfile, one after the other, as they are there'],
  ],
  ['shop/third/api/Dockerfile', 'FROM scratch', ['the file shop/third/api/Dockerfile']],
])('a lesson quotes %s: %s', (quote, text, expected) => {
  const { body } = readLessonBody('lesson.mdx', `\`\`\`text quote=${quote}\n${text}\n\`\`\`\n`)
  const problems = quoteProblems(filesInMemory(small), 'lesson.mdx', body.fences)
  expect(problems.map((problem) => problem.expected)).toEqual(expected)
})

test.each([
  ['a lab', lab, 'setUp: touch /root/Dockerfile', 'setUp: touch /root/Dockerfile\nshop: second'],
  ['a session', sessions, '  commands:', '  shop: second\n  commands:'],
])('%s cannot start from a step that does not exist', (_name, file, from, to) => {
  const { problems, wanted } = answer({
    name: '',
    file,
    from,
    to,
    at: 'shop: second',
    expected: 'a step of content/shop: there is none',
    found: 'second',
  })
  expect(problems).toEqual(wanted)
})

test('a recording made with other files of the shop must be made again', () => {
  const withShop = (text: string | undefined, from: string) =>
    (text ?? '').replace(from, `shop: second\n${from}`)
  const files = {
    ...validFiles,
    ...small,
    [lab]: withShop(validFiles[lab], 'setUp:'),
    [labOutput]: withShop(validFiles[labOutput], 'setUp:').replace('second', 'second 000000000000'),
  }
  expect(problemsOf(files)).toEqual([
    {
      file: lab,
      line: 6,
      expected: `what was recorded in ${labOutput}; run npm run lab:record -- --labs weigh-it`,
      found: 'another shop',
    },
  ])
  const digest = readShop(filesInMemory(small), 'second')?.digest ?? ''
  expect(
    problemsOf({ ...files, [labOutput]: files[labOutput]?.replace('000000000000', digest) ?? '' }),
  ).toEqual([])
})

test('a recording names the shop’s step that it started from', () => {
  const digest = readShop(filesInMemory(small), 'first')?.digest
  const withSession = (recordedShop: string) =>
    problemsOf({
      ...validFiles,
      ...small,
      [sessions]: (validFiles[sessions] ?? '').replace('  commands:', '  shop: first\n  commands:'),
      [recorded]: (validFiles[recorded] ?? '').replace('  commands:', `  shop: ${recordedShop}\n  commands:`),
    })
  expect(withSession(`first ${digest}`)).toEqual([])
  expect(withSession('first 000000000000').map(({ found }) => found)).toEqual(['first, changed since'])
})
