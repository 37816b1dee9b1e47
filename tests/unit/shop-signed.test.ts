import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'

const services = ['web', 'api', 'db']
const digestOf = (service: string) => `sha256:${createHash('sha256').update(service).digest('hex')}`
const [web = '', api = '', db = ''] = services.map((name) => `registry.test/shop/${name}@${digestOf(name)}`)
const sign = 'cosign sign --yes --key cosign.key --use-signing-config=false --tlog-upload=false'
const verify = 'cosign verify --key cosign.pub --insecure-ignore-tlog'
const compose = 'docker compose --env-file release.env -f compose.yaml -f compose.signed.yaml'

/** Stands in for `docker` and `cosign`: logs the call, and fails if FAILING_CALL is part of it. */
const stub = `#!/bin/sh
call="\${0##*/} $*"
echo "$call" >>calls
[ -z "$FAILING_CALL" ] || case $call in *"$FAILING_CALL"*) echo 'it failed' >&2; exit 1 ;; esac
case $call in
${services
  .map((name) => `  'docker push '*/${name}:*) echo '1.4.2: digest: ${digestOf(name)} size: 855' ;;`)
  .join('\n')}
  *' config --images') printf '%s\\n' $IMAGES ;;
esac
`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-signed-'))
  mkdirSync(join(folder, 'bin'))
  for (const name of ['docker', 'cosign']) {
    writeFileSync(join(folder, 'bin', name), stub)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a release pushes each image under its version and signs the digest that the registry confirmed', () => {
  expect(run('release', ['registry.test/shop', '1.4.2']).status).toBe(0)
  expect(calls()).toEqual(
    services.flatMap((name) => [
      `docker tag shop-${name} registry.test/shop/${name}:1.4.2`,
      `docker push registry.test/shop/${name}:1.4.2`,
      `${sign} registry.test/shop/${name}@${digestOf(name)}`,
    ]),
  )
})

test('a release names all images by their digests, for deploy', () => {
  const { stdout } = run('release', ['registry.test/shop', '1.4.2'])
  const names = `web_image=${web}\napi_image=${api}\ndb_image=${db}\n`
  expect(readFileSync(join(folder, 'release.env'), 'utf8')).toBe(names)
  expect(stdout).toBe(names)
  const { services: signed } = parse(readFileSync('content/shop/07-signed/compose.signed.yaml', 'utf8'))
  for (const name of services)
    expect(signed[name].image).toMatch(new RegExp(`^\\$\\{${name}_image:\\?.+\\}$`))
})

test.each([
  ['push', 'docker push registry.test/shop/api', 'registry.test/shop/api:1.4.2 was not pushed\n'],
  ['signature', `${sign} ${api}`, ''],
])('a release stops at the first failed %s, and deploy finds no images', (_name, call, message) => {
  writeFileSync(join(folder, 'release.env'), 'web_image=of-the-release-before\n')
  const { status, stderr } = run('release', ['registry.test/shop', '1.4.2'], { failingCall: call })
  expect(status).toBe(1)
  expect(stderr).toBe(`it failed\n${message}`)
  expect(calls().at(-1)).toContain(call)
  expect(existsSync(join(folder, 'release.env'))).toBe(false)
})

test.each([
  ['a registry', []],
  ['a version', ['registry.test/shop']],
])('a release without %s says what is missing and does nothing', (name, args) => {
  const { status, stderr } = run('release', args)
  expect(status).not.toBe(0)
  expect(stderr).toContain(`which ${name.split(' ')[1]}, as in`)
  expect(calls()).toEqual([])
})

test('deploy verifies every image by its digest, and only then starts the shop', () => {
  expect(run('deploy', [], { images: `${web} ${api} ${db}` }).status).toBe(0)
  expect(calls()).toEqual([
    `${compose} config --images`,
    ...[web, api, db].map((image) => `${verify} ${image}`),
    `${compose} up -d --no-build`,
  ])
})

test.each([
  ['is not signed with the key', `${web} ${api} ${db}`, `${verify} ${db}`, 'it failed\n'],
  [
    'is named by a tag',
    `${web} registry.test/shop/api:1.4.2 ${db}`,
    '',
    'registry.test/shop/api:1.4.2 is a tag, which can be moved after the check\n',
  ],
  ['is not in release.env', '', `${compose} config`, 'it failed\n'],
])('deploy starts nothing if an image %s', (_name, images, failing, message) => {
  const { status, stderr } = run('deploy', [], { images, failingCall: failing })
  expect(status).toBe(1)
  expect(stderr).toBe(message)
  expect(calls().some((call) => call.startsWith(`${compose} up`))).toBe(false)
})

function run(script: string, args: string[], { images = '', failingCall = '' } = {}) {
  const path = `${join(folder, 'bin')}:${process.env.PATH}`
  const env = { PATH: path, IMAGES: images, FAILING_CALL: failingCall }
  return spawnSync('sh', [resolve('content/shop/07-signed', script), ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
}

function calls(): string[] {
  const file = join(folder, 'calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
}
