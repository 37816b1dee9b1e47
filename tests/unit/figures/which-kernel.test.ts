import { expect, test } from 'vitest'
import {
  type Container,
  containers,
  describeScene,
  figureStates,
  isCrashed,
  isStopped,
  kernelEvents,
  kernelOf,
  kernelsOf,
  kernelVersions,
  runtimes,
  type Scene,
} from '#domain/figures/which-kernel.ts'

const scenes: Scene[] = runtimes.flatMap((runtime) => kernelEvents.map((event) => ({ runtime, event })))
const nameOf = ({ runtime, event }: Scene) => `${runtime}, ${event}`

test('only a container in a VM has a kernel other than the host’s', () => {
  for (const container of containers) expect(kernelOf(container, 'runc')).toBe('host')
  expect(containers.map((container) => kernelOf(container, 'kata'))).toEqual(['host', 'host', 'guest'])
  expect(runtimes.map((runtime) => kernelsOf(runtime).length)).toEqual([1, 2])
})

test.each<[Scene['runtime'], Scene['event'], Container[]]>([
  ['runc', 'uname', []],
  ['runc', 'bug', ['web', 'api', 'db']],
  ['runc', 'panic', ['web', 'api', 'db']],
  ['kata', 'uname', []],
  ['kata', 'bug', ['db']],
  ['kata', 'panic', ['web', 'api', 'db']],
])('%s, %s stops %j', (runtime, event, stopped) => {
  expect(containers.filter((container) => isStopped(container, { runtime, event }))).toEqual(stopped)
})

test.each(scenes.map((scene) => [nameOf(scene), scene] as const))(
  '%s: exactly the programs on a crashed kernel stop',
  (_, scene) => {
    for (const container of containers)
      expect(isStopped(container, scene)).toBe(isCrashed(kernelOf(container, scene.runtime), scene))
  },
)

test('the host’s kernel takes the guest’s down, and not the other way around', () => {
  expect(isCrashed('guest', { runtime: 'kata', event: 'panic' })).toBe(true)
  expect(isCrashed('host', { runtime: 'kata', event: 'bug' })).toBe(false)
})

test('every scene is a state, and the description of `uname -r` names every version that is printed', () => {
  expect(figureStates.map(({ value }) => nameOf(value))).toEqual(scenes.map(nameOf))
  expect(describeScene({ runtime: 'runc', event: 'uname' })).toContain(kernelVersions.host)
  expect(describeScene({ runtime: 'kata', event: 'uname' })).toContain(kernelVersions.guest)
})
