import { expect, test } from 'vitest'
import { noMethodMessage, preparationMethods } from '#scripts/lab-image/preparation-methods.ts'

const address = 'https://example.org/lab-image.tar'
const lacks = 'It lacks zstd.'

test.each([
  [address, undefined, true, ['download', 'host']],
  [address, lacks, true, ['download', 'container']],
  [address, lacks, false, ['download']],
  [undefined, undefined, true, ['host']],
  [undefined, undefined, false, ['host']],
  [undefined, lacks, true, ['container']],
  [undefined, lacks, false, []],
])('address %s, problem %s, Docker %s: from %j', (downloadAddress, hostProblem, hasDocker, sources) => {
  expect(preparationMethods({ downloadAddress, hostProblem, hasDocker })).toEqual(sources)
})

test('without a source, the message says what is missing and lists every option', () => {
  expect(noMethodMessage(lacks)).toMatch(/^It lacks zstd\. .*Docker.*LAB_IMAGE_URL and LAB_IMAGE_SHA256/)
})
