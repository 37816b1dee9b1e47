import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { maxTimestamp } from '#domain/max-timestamp.ts'
import { migrations } from '#domain/progress/migrations.ts'
import {
  exportFormat,
  maxProgressLength,
  parseVersioned,
  serializeExport,
  serializeProgress,
} from '#domain/progress/parse.ts'
import { emptyProgress, progressVersion } from '#domain/progress/progress.ts'
import { applyAnswer, applyLessonOpened, applySavedAttempt } from '#domain/progress/updates.ts'
import { answerArbitrary, attemptArbitrary, parseText, progressArbitrary } from './arbitraries.ts'

test('stored and exported text parse to the original document', () => {
  fc.assert(
    fc.property(progressArbitrary, (progress) => {
      expect(parseText(serializeProgress(progress))).toEqual({ kind: 'ok', progress })
      expect(parseText(serializeExport(progress, 0))).toEqual({ kind: 'ok', progress })
    }),
  )
})

test('parsing any text returns a value and never throws', () => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), bytes, fc.json()), (text) => {
      expect(['ok', 'newer', 'unreadable']).toContain(parseText(text).kind)
    }),
    { numRuns: 500 },
  )
})

test('any JSON anywhere in a document gives a value, and what parses can be stored and parsed again', () => {
  const places = fc.constantFrom(...Object.keys(emptyProgress))
  fc.assert(
    fc.property(progressArbitrary, places, fc.jsonValue(), (progress, place, value) => {
      const opened = parseText(JSON.stringify({ ...progress, [place]: value }))
      if (opened.kind === 'ok') expect(parseText(serializeProgress(opened.progress))).toEqual(opened)
    }),
    { numRuns: 500 },
  )
})

test('a truncated document is unreadable', () => {
  const text = serializeProgress(
    applySavedAttempt(applyAnswer(emptyProgress, answerArbitrary()), attemptArbitrary(), 5),
  )
  for (let length = 0; length < text.length; length++) {
    expect(parseText(text.slice(0, length)).kind).toBe('unreadable')
  }
})

const whole = serializeProgress(emptyProgress)

test.each([
  ['nothing', '', 'not JSON'],
  ['a word', 'hello', 'not JSON'],
  ['brackets nested a hundred thousand deep', '['.repeat(100_000), 'not JSON'],
  ['JSON that is no object', '[1, 2]', 'no version'],
  ['another app’s document', '{"state":{"theme":"dark"},"version":0}', 'no version'],
  ['version 1 of something else', '{"version":1,"todos":[]}', 'era'],
  [
    'a quiz at another’s place',
    whole.replace('"sessions":{}', `"sessions":{"mixed":${anEntry()}}`),
    'its own place',
  ],
  ['version 2 with a quiz from nowhere', '{"version":2,"session":{"value":{}}}', 'version 2'],
  ['a field too many', whole.replace('{', '{"extra":1,'), 'extra'],
  [
    'a time with no end',
    whole.replace('"era":{"number":0,"at":0}', '"era":{"number":0,"at":1e999}'),
    'era.at',
  ],
  [
    'a score above 1',
    serializeProgress({ ...emptyProgress, answers: [answerArbitrary({ score: 2 })] }),
    'answers.0.score',
  ],
  ['a backup without progress', `{"format":"${exportFormat}"}`, 'no version'],
  ['an infinite time inside an attempt', attemptWithInfiniteTime(), 'finite times'],
  ['more than the limit', `${whole}${' '.repeat(maxProgressLength)}`, 'characters'],
])('%s is unreadable, with the reason', (_name, text, reason) => {
  expect(parseText(text)).toEqual({ kind: 'unreadable', reason: expect.stringContaining(reason) })
})

function anEntry(): string {
  return JSON.stringify({ value: attemptArbitrary(), at: 5 })
}

function attemptWithInfiniteTime(): string {
  const text = serializeProgress(
    applySavedAttempt(emptyProgress, attemptArbitrary({ startedAt: 123_456 }), 5),
  )
  return text.replace('123456', '1e999')
}

test('times of an attempt that no date can represent are clamped, and the attempt is kept', () => {
  const stored = (startedAt: string, finishedAt: string) =>
    serializeProgress(
      applySavedAttempt(emptyProgress, attemptArbitrary({ startedAt: 123_456, finishedAt: 654_321 }), 5),
    )
      .replaceAll('123456', startedAt)
      .replaceAll('654321', finishedAt)
  for (const [startedAt, finishedAt] of [
    ['-1e300', '1e300'],
    ['-5', '8.7e15'],
  ] as const) {
    const opened = parseText(stored(startedAt, finishedAt))
    const attempt = opened.kind === 'ok' ? opened.progress.sessions['area:images']?.value : undefined
    expect([attempt?.startedAt, attempt?.finishedAt]).toEqual([0, maxTimestamp])
  }
})

test('the reason is short, even for long input', () => {
  const opened = parseText(
    whole
      .replace(/"version":\d/, (version) => `${version},"era":"${'x'.repeat(100_000)}"`)
      .replace(',"era":{"number":0,"at":0}', ''),
  )
  expect(opened.kind === 'unreadable' && opened.reason.length).toBeLessThanOrEqual(200)
})

test('a document with a higher version is reported as newer', () => {
  expect(parseText('{"version":5,"anything":[]}')).toEqual({ kind: 'newer', version: 5 })
})

test('a backup may start with a byte order mark and have whitespace around it', () => {
  expect(parseText(`\uFEFF\n${serializeExport(emptyProgress, 0)}\n\n`).kind).toBe('ok')
})

test('prototype keys in records are ignored', () => {
  const opened = parseText(
    whole.replace('"opened":{}', '"opened":{"__proto__":1,"constructor":2,"images.layering":3}'),
  )
  expect(opened).toEqual({ kind: 'ok', progress: applyLessonOpened(emptyProgress, 'images.layering', 3) })
})

test.each(['__proto__', 'constructor'])(
  'a document with an own property %s is unreadable and changes nothing',
  (key) => {
    expect(parseText(whole.replace('{', `{"${key}":{"polluted":true},`)).kind).toBe('unreadable')
    expect('polluted' in {}).toBe(false)
  },
)

test('duplicated or reordered answers are sorted and unique after parsing', () => {
  const [early, late] = [answerArbitrary({ at: 1 }), answerArbitrary({ at: 2 })]
  const opened = parseText(serializeProgress({ ...emptyProgress, answers: [late, early, late] }))
  expect(opened.kind === 'ok' && opened.progress.answers).toEqual([early, late])
})

test('the current version is one more than there are migrations', () => {
  expect(progressVersion).toBe(migrations.length + 1)
})

/** A made-up format: version 2 renamed a field, and version 3 counts in minutes. */
const third = v.strictObject({ version: v.literal(3), minutes: v.number() })
const steps = [
  (document: unknown) => ({ version: 2, seconds: v.parse(v.object({ time: v.number() }), document).time }),
  (document: unknown) => ({
    version: 3,
    minutes: v.parse(v.object({ seconds: v.number() }), document).seconds / 60,
  }),
]

test.each([
  ['{"version":1,"time":120}', { kind: 'ok', version: 1, progress: { version: 3, minutes: 2 } }],
  ['{"version":2,"seconds":60}', { kind: 'ok', version: 2, progress: { version: 3, minutes: 1 } }],
  ['{"version":3,"minutes":7}', { kind: 'ok', version: 3, progress: { version: 3, minutes: 7 } }],
  ['{"version":4,"hours":1}', { kind: 'newer', version: 4 }],
  ['{"version":1}', { kind: 'unreadable', reason: expect.stringContaining('version 1') }],
])('%s runs through the migrations that it needs', (text, expected) => {
  expect(parseVersioned(text, third, steps)).toEqual(expected)
})
