import type { ElementContent } from 'hast'
import { expect, test } from 'vitest'
import { unbrokenOptions } from '#scripts/content/rehype-unbroken-options.ts'
import { splitAtOptions } from '#ui/split-at-options.ts'

test.each([
  ['docker run --rm web', ['docker run ', '--rm', ' web']],
  ['--privileged', ['', '--privileged', '']],
  ['uname -r', ['uname ', '-r', '']],
  ['docker build --build-arg=A=b .', ['docker build ', '--build-arg', '=A=b .']],
  ['docker rm -f -v web', ['docker rm ', '-f', ' ', '-v', ' web']],
  ['my-registry/web-1', ['my-registry/web-1']],
  ['a -- b - c', ['a -- b - c']],
  ['cosign verify --certificate-identity-regexp x', ['cosign verify --certificate-identity-regexp x']],
])('"%s" is split at its options', (text, pieces) => {
  expect(splitAtOptions(text)).toEqual(pieces)
  expect(unbrokenOptions(text).map(pieceOf)).toEqual(pieces)
})

function pieceOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(pieceOf).join('') : ''
}
