import { expect, test } from 'vitest'
import { trimCopiedText } from '#domain/typed/trim-copied-text.ts'

test.each([
  ['docker ps\n', 'docker ps'],
  ['\ndocker ps \n\n', 'docker ps'],
  ['docker\u00a0run\u202f--rm', 'docker run --rm'],
  ['docker run --\u2060rm\u200b \ufeffng\u00adinx', 'docker run --rm nginx'],
  ['services:\n  web:\n    image: nginx\n', 'services:\n  web:\n    image: nginx'],
])('%j is copied as %j', (text, copied) => {
  expect(trimCopiedText(text)).toBe(copied)
})
