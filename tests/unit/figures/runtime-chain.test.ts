import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  describeScenario,
  type RuntimeEvent,
  type RuntimeScenario,
  runtimeEvents,
  servicesOf,
  statusesOf,
} from '#domain/figures/runtime-chain.ts'

const anyScenario: fc.Arbitrary<RuntimeScenario> = fc.record({
  event: fc.constantFrom(...runtimeEvents),
  isLiveRestoreOn: fc.boolean(),
})

// Observed on an engine while dockerd (TERM, KILL, restart), containerd (KILL) and the shim (KILL) were ended in turn.
test.each<[RuntimeEvent, boolean, ps: boolean, run: boolean, dns: boolean, serves: boolean, logged: boolean]>(
  [
    ['nothing', false, true, true, true, true, true],
    ['nothing', true, true, true, true, true, true],
    ['stop', false, false, false, false, false, false],
    ['stop', true, false, false, false, true, false],
    ['crash', false, false, false, false, true, false],
    ['crash', true, false, false, false, true, false],
    ['back', false, true, true, true, false, false],
    ['back', true, true, true, true, true, true],
    ['containerd', false, true, false, true, true, true],
    ['shim', false, true, true, true, false, false],
    ['runc', false, true, true, true, true, true],
  ],
)(
  '%s, live restore %s: docker ps %s, docker run %s, DNS %s, web serves %s, its output is logged %s',
  (event, isLiveRestoreOn, ...works) => {
    expect(servicesOf({ event, isLiveRestoreOn }).map(({ isWorking }) => isWorking)).toEqual(works)
  },
)

test('web runs exactly as long as its shim', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      const { shim, web } = statusesOf(scenario)
      expect(web.kind === 'runs').toBe(shim.kind === 'runs')
    }),
  )
})

test('docker and runc have exited in every state', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      expect(statusesOf(scenario)).toMatchObject({ docker: { kind: 'exited' }, runc: { kind: 'exited' } })
    }),
  )
})

test.each<RuntimeEvent>(['stop', 'back'])(
  '%s: live restore decides, and the description says so',
  (event) => {
    for (const isLiveRestoreOn of [true, false]) {
      const scenario = { event, isLiveRestoreOn }
      expect(statusesOf(scenario).web.kind).toBe(isLiveRestoreOn ? 'runs' : 'stopped')
      expect(describeScenario(scenario)).toContain(`ive restore is ${isLiveRestoreOn ? 'on' : 'off'}`)
    }
  },
)

test.each<RuntimeEvent>(['nothing', 'containerd', 'shim', 'runc'])(
  '%s: live restore changes nothing',
  (event) => {
    expect(statusesOf({ event, isLiveRestoreOn: true })).toEqual(
      statusesOf({ event, isLiveRestoreOn: false }),
    )
  },
)
