import { readFileSync } from 'node:fs'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { startingScript } from '#domain/lab/shop.ts'
import { labsDockerfile } from '#scripts/build/own-docker.ts'
import { readLabs } from '#scripts/lab/read-labs.ts'

const dockerfile = labsDockerfile('.')

test('the Dockerfile of the labs passes the linter', () => {
  expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
})

test('it has the checks of every lab, and the setup if there is one', () => {
  for (const { lab } of readLabs()) {
    expect(dockerfile).toContain(` /usr/lib/lab/labs/${lab.id}/check\n#!/bin/bash\n`)
    expect(dockerfile.includes(` /usr/lib/lab/labs/${lab.id}/set-up\n`)).toBe(
      startingScript(lab) !== undefined,
    )
  }
})

test('it builds the images from the machine’s Dockerfiles', () => {
  for (const name of ['busybox', 'registry', 'sdk', 'valkey', 'web'])
    expect(dockerfile).toContain(`COPY <<'END_OF_FILE' /usr/lib/lab/images/${name}/Dockerfile\nFROM `)
})

test('its shell has the prompt and the completion of the machine’s', () => {
  expect(dockerfile).toMatch(/ \/root\/\.bashrc\n(.+\n)*PS1=.+\n(.+\n)*.*bash_completion\n/)
  expect(readFileSync('packages/docker-in-browser/own-docker/start', 'utf8')).toMatch(/^exec bash$/m)
})

test('its first step needs Buildx, so that without it the build ends at once', () => {
  expect(/^RUN (\S+)/m.exec(dockerfile)?.[1]).toMatch(/^--mount=/)
})

test('nothing in it depends on the computer that built the site', () => {
  expect(dockerfile).not.toContain(process.cwd())
  expect(dockerfile).not.toMatch(/^#FILES/m)
})
