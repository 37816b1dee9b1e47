import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DomainSign,
  formatImageName,
  type NamePart,
  parseImageName,
} from '#domain/figures/image-name.ts'
import { describeName } from '#domain/figures/name-of-an-image.ts'

const hash = 'f'.repeat(64)
const digest = `sha256:${hash}`
const long = (parts: number) => Array.from({ length: parts }, () => 'a').join('/')

// From the tests of distribution/reference; the docker command accepts and rejects the same names.
test.each([
  ['debian', 'docker.io/library/debian:latest'],
  ['docker/docker', 'docker.io/docker/docker:latest'],
  ['library/debian', 'docker.io/library/debian:latest'],
  ['docker.io/debian', 'docker.io/library/debian:latest'],
  ['index.docker.io/debian', 'docker.io/library/debian:latest'],
  ['docker.io/library/foo/bar', 'docker.io/library/foo/bar:latest'],
  ['127.0.0.1:5000/library/debian', '127.0.0.1:5000/library/debian:latest'],
  ['192.168.0.1', 'docker.io/library/192.168.0.1:latest'],
  ['192.168.0.1:80', 'docker.io/library/192.168.0.1:80'],
  ['192.168.0.1:8/debian', '192.168.0.1:8/debian:latest'],
  ['[fc00::1]:5000/docker', '[fc00::1]:5000/docker:latest'],
  ['[2001:db8::1]/repo', '[2001:db8::1]/repo:latest'],
  ['xn--n3h.com:18080/foo', 'xn--n3h.com:18080/foo:latest'],
  ['test_com/foo', 'docker.io/test_com/foo:latest'],
  ['test-com:8080/foo', 'test-com:8080/foo:latest'],
  ['b.gcr.io/test.example.com/my-app:test.example.com', 'b.gcr.io/test.example.com/my-app:test.example.com'],
  ['Docker/docker', 'Docker/docker:latest'],
  ['lowercase:Uppercase', 'docker.io/library/lowercase:Uppercase'],
  ['localhost', 'docker.io/library/localhost:latest'],
  ['localhost:5000', 'docker.io/library/localhost:5000'],
  ['localhost/shop', 'localhost/shop:latest'],
  ['docker---rules/docker', 'docker.io/docker---rules/docker:latest'],
  ['dock__er/docker', 'docker.io/dock__er/docker:latest'],
  ['jess/t', 'docker.io/jess/t:latest'],
  [`docker.io/${hash}`, `docker.io/library/${hash}:latest`],
  [hash.slice(1), `docker.io/library/${hash.slice(1)}:latest`],
  [`test:5000/repo@${digest}`, `test:5000/repo@${digest}`],
  [`busybox:latest@${digest}`, `docker.io/library/busybox:latest@${digest}`],
  [`repo@sha512:${hash}${hash}`, `docker.io/library/repo@sha512:${hash}${hash}`],
  [`${long(100)}:${'t'.repeat(128)}`, `docker.io/${long(100)}:${'t'.repeat(128)}`],
  [`a.b/${long(128)}`, `a.b/${long(128)}:latest`],
  ['exa_mple.com/x', 'exa_mple.com/x:latest'],
])('%s is parsed as %s', (text, full) => {
  const name = parseImageName(text)
  expect(name.problem).toBeUndefined()
  expect(formatImageName(name)).toBe(full)
})

const badFormat = 'invalid reference format'

test.each<[string, NamePart, string]>([
  ['', 'path', badFormat],
  ['https://github.com/docker/docker', 'domain', badFormat],
  ['docker/Docker', 'path', `${badFormat}: repository name (docker/Docker) must be lowercase`],
  ['Uppercase:tag', 'path', `${badFormat}: repository name (library/Uppercase) must be lowercase`],
  ['test:5000/Upper/lower:tag', 'path', `${badFormat}: repository name (Upper/lower) must be lowercase`],
  [`repo@SHA256:${hash}`, 'path', `${badFormat}: repository name (library/repo@SHA256) must be lowercase`],
  ['Exa_mple.com/x', 'domain', 'repository name must be lowercase'],
  ['-docker/docker', 'path', badFormat],
  ['docker-/docker', 'path', badFormat],
  ['_docker/_docker', 'path', badFormat],
  ['docker///docker', 'path', badFormat],
  ['docker/', 'path', badFormat],
  ['dock..er/docker', 'domain', badFormat],
  ['dock..er/docker', 'domain', badFormat],
  ['dock___er/docker', 'path', badFormat],
  ['aa/asdf$$^/aa', 'path', badFormat],
  ['ubuntu :1', 'path', badFormat],
  ['[fc00::1]', 'path', badFormat],
  ['fc00::1:5000/debian', 'domain', badFormat],
  ['[fe80::1%eth0]:5000/debian', 'domain', badFormat],
  ['[2001:db8:3:4::192.0.2.33]:5000/debian', 'domain', badFormat],
  ['-docker.io/docker/docker', 'domain', badFormat],
  [':justtag', 'path', badFormat],
  [`@${digest}`, 'path', badFormat],
  ['repo:', 'tag', badFormat],
  ['repo:-foo', 'tag', badFormat],
  ['repo:a:b', 'tag', badFormat],
  [`repo:${'t'.repeat(129)}`, 'tag', badFormat],
  ['repo@', 'digest', badFormat],
  ['repo:tag@', 'digest', badFormat],
  [`repo@sha256:${'f'.repeat(31)}`, 'digest', badFormat],
  [`repo@sha256:${'f'.repeat(34)}`, 'digest', 'invalid checksum digest length'],
  [`repo@invaliddigest:${hash}`, 'digest', 'unsupported digest algorithm'],
  [`repo:t@SHA256:${hash}`, 'digest', 'invalid checksum digest format'],
  [`repo@sha256:F${hash.slice(1)}`, 'digest', 'invalid checksum digest format'],
  [hash, 'path', `invalid repository name (${hash}), cannot specify 64-byte hexadecimal strings`],
  [long(129), 'path', 'repository name must not be more than 255 characters'],
])('%s is rejected for its %s: %s', (text, part, message) => {
  expect(parseImageName(text).problem).toEqual({ part, message, reason: expect.stringMatching(/\.$/) })
})

test.each([
  ['repo@', 'Nothing follows'],
  ['repo@sha256', 'A digest is an algorithm'],
  ['repo@sha256:abc', 'A sha256 digest has 64 hex digits, this one 3.'],
  [`repo@sha256:${hash}f`, 'A sha256 digest has 64 hex digits, this one 65.'],
  ['repo:-foo', 'doesn’t begin with'],
  [hash, 'looks like an image’s ID'],
])('%s is rejected: %s', (text, reason) => {
  expect(parseImageName(text).problem?.reason).toContain(reason)
})

test.each<[string, DomainSign | undefined]>([
  ['localhost/shop', 'localhost'],
  ['index.docker.io/shop', 'old name'],
  ['ghcr.io/shop/app', 'dot'],
  ['registry:5000/shop', 'port'],
  ['ghcr.io:443/shop', 'port'],
  ['Shop/app', 'capital'],
  ['shop/app', undefined],
  ['ghcr.io', undefined],
])('in %s what makes it a domain is %s', (text, sign) => {
  expect(parseImageName(text).domainSign).toBe(sign)
})

const anyName = fc
  .tuple(
    fc.constantFrom('', 'docker.io/', 'ghcr.io/', 'localhost:5000/', 'shop/', 'Shop/', 'a_b.c/'),
    fc.stringMatching(/^[a-z0-9._/-]{1,20}$/),
    fc.constantFrom('', ':1.4', ':Latest', ':'),
    fc.constantFrom('', `@${digest}`),
  )
  .map((pieces) => pieces.join(''))

test('a complete name is parsed without additions', () => {
  fc.assert(
    fc.property(anyName, (text) => {
      const name = parseImageName(text)
      fc.pre(!name.problem && name.domain !== '')
      const full = formatImageName(name)
      expect(parseImageName(full)).toMatchObject({
        domain: name.domain,
        path: name.path,
        tag: name.tag,
        digest: name.digest,
        isTagFilledIn: false,
        isLibraryFilledIn: false,
        problem: undefined,
      })
    }),
  )
})

test('any typed text is described in a short sentence', () => {
  fc.assert(
    fc.property(fc.oneof(anyName, fc.string()), (text) => {
      const description = describeName(text)
      expect(description.length).toBeLessThan(420)
      expect(description).toMatch(/\.$/)
    }),
  )
})
