import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { baseImageIn, containerBuildCommand, hostBuildCommand } from '#scripts/lab-image/build-command.ts'

test('on this computer the builder runs at the lowest priority', () => {
  const { program, args } = hostBuildCommand()
  expect([program, ...args.slice(0, 2)]).toEqual(['nice', '-n', '19'])
  expect(existsSync(args.at(-1) ?? '')).toBe(true)
})

test('in a container it runs on the Debian of our own Dockerfile, with the project and the image folder mounted', () => {
  const project = resolve('.')
  const { program, args } = containerBuildCommand({ project, imageFolder: '.lab/image', owner: '1000:1000' })
  expect(program).toBe('docker')
  expect(args).toContain(`${project}:/project:ro`)
  expect(args).toContain(`${project}/.lab/image:/image`)
  expect(args).toContain(baseImageIn(readFileSync('Dockerfile', 'utf8')))
  expect(args.at(-1)).toMatch(
    /apt-get .*mmdebstrap.* && nice -n 19 node packages\/docker-in-browser\/image-builder\/build\.ts && chown -R 1000:1000 \/image$/,
  )
})

test('a Dockerfile without the stage is rejected', () => {
  expect(() => baseImageIn('FROM alpine\n')).toThrow(/stage build/)
})
