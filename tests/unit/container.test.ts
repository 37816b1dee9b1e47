import { globSync, readFileSync } from 'node:fs'
import { DockerfileParser } from 'dockerfile-ast'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { composeFindings } from '#scripts/content/fences/compose.ts'
import { dockerfileFindings } from '#scripts/content/fences/dockerfile.ts'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const compose = readFileSync('compose.yaml', 'utf8')
const parsed = DockerfileParser.parse(dockerfile)

test('our own Dockerfile and compose.yaml pass the checks for code in lessons', () => {
  expect(dockerfileFindings(dockerfile)).toEqual([])
  expect(composeFindings(compose)).toEqual([])
})

test('every base image is pinned by tag and digest', () => {
  const images = parsed.getFROMs().map((from) => from.getImage())
  expect(images).toHaveLength(2)
  for (const image of images) expect(image).toMatch(/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/)
})

test('the image has a non-root user, a health check and labels', () => {
  const keywords = parsed.getInstructions().map((instruction) => instruction.getKeyword())
  expect(keywords).toContain('HEALTHCHECK')
  const user = parsed.getInstructions().find((instruction) => instruction.getKeyword() === 'USER')
  expect(user?.getArgumentsContent()).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  for (const label of ['title', 'description', 'licenses', 'version', 'revision'])
    expect(dockerfile).toContain(`org.opencontainers.image.${label}=`)
})

test('the container gets only the privileges that it needs', () => {
  const { course } = parse(compose).services
  expect(course).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    ports: [expect.stringMatching(/^127\.0\.0\.1:/)],
    mem_limit: expect.any(String),
    pids_limit: expect.any(Number),
  })
  for (const more of ['privileged', 'cap_add', 'network_mode', 'user', 'volumes'])
    expect(course).not.toHaveProperty(more)
})

test('the build context is an allowlist that excludes secrets last', () => {
  const lines = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines[0]).toBe('*')
  const lastAllowed = lines.findLastIndex((line) => line.startsWith('!'))
  expect(lines.slice(lastAllowed + 1)).toEqual(['**/.env*', '**/.npmrc', '**/*.pem'])
})

test('the build context has every file that a lesson quotes', () => {
  const allowed = readFileSync('.dockerignore', 'utf8').split('\n')
  const lessons = globSync('content/*/*/lesson.mdx').map((file) => readFileSync(file, 'utf8'))
  const quoted = lessons.flatMap((text) => [...text.matchAll(/^```.* quote=(\S+)/gm)].map(([, file]) => file))
  expect(quoted).not.toHaveLength(0)
  // The shop is part of content/, which the build context includes as a whole.
  for (const file of quoted) expect(allowed).toContain(file?.startsWith('shop/') ? '!content' : `!${file}`)
})
