import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuMaxOf, hostCpus, memoryMaxOf, parseLimitFlags, weightOf } from '#domain/figures/limit-flags.ts'
import {
  type ContainerSetup,
  containerNames,
  cpusOf,
  describeHost,
  figureStates,
  hostMebibytes,
  isThrottled,
  limitsOf,
  memoryOf,
  type SharedHost,
  stateIdOf,
  usedMebibytes,
} from '#domain/figures/shared-host.ts'

// runc 1.3.2 and later write these to cpu.weight: the ends and defaults of both scales, and 2000 from runc issue 4896.
test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [1024, 100],
  [2000, 170],
  [262_143, 10_000],
  [262_144, 10_000],
])('%i shares are a weight of %i', (shares, weight) => {
  expect(weightOf(shares)).toBe(weight)
})

test.each([
  [undefined, 'max 100000'],
  [1.5, '150000 100000'],
  [0.5, '50000 100000'],
  [0.01, '1000 100000'],
  [0.29, '29000 100000'],
  [0.123456, '12345 100000'],
])('--cpus %s is “%s” in cpu.max', (cpus, text) => {
  expect(cpuMaxOf(cpus)).toBe(text)
})

test.each([
  ['--memory 256m', '268435456'],
  ['--memory 10000000', '9998336'],
  ['', 'max'],
])('“%s” is %s in memory.max', (flags, text) => {
  const limits = parseLimitFlags(flags)
  expect('problem' in limits ? limits : memoryMaxOf(limits.memoryMebibytes)).toBe(text)
})

test.each([
  ['', 100, undefined, undefined],
  ['  ', 100, undefined, undefined],
  ['--cpus 1.5', 100, 1.5, undefined],
  ['--cpus=.5 --memory=256m', 100, 0.5, 256],
  ['-c 1024 -m 1g', 100, undefined, 1024],
  ['--cpu-shares 2048   --memory 1.5G', 174, undefined, 1536],
  ['--memory 256MiB', 100, undefined, 256],
  ['--memory .5g', 100, undefined, 512],
  ['--cpu-shares 0', 100, undefined, undefined],
  ['--cpu-shares 1', 1, undefined, undefined],
  ['--cpu-shares 300000', 10_000, undefined, undefined],
  ['--memory 256mb', 100, undefined, 256],
  ['--memory 6291456', 100, undefined, 6],
  ['--cpus 1 --cpus 2', 100, 2, undefined],
  ['--cpus 0 --memory 0', 100, undefined, undefined],
  ['--memory 256m --memory 0m', 100, undefined, undefined],
])('“%s” sets weight %s, %s CPUs and %s MiB', (flags, weight, cpus, memoryMebibytes) => {
  expect(parseLimitFlags(flags)).toEqual({ weight, cpus, memoryMebibytes })
})

test.each([
  ['--cpus 5', '`--cpus` takes 0.01 to 4'],
  ['--cpus 0.001', '`--cpus` takes'],
  ['--cpus', '`--cpus` takes'],
  ['--cpu-shares 1.5', '`--cpu-shares` takes a whole number'],
  ['--cpu-shares -1', '`--cpu-shares` takes a whole number'],
  ['--memory 5m', '`--memory` takes'],
  ['--memory lots', '`--memory` takes'],
  ['--memory 6291456ib', '`--memory` takes'],
  ['--memory 1 g', '`--memory` takes'],
  ['--mem', 'Enter `--cpus 1.5`'],
  ['0.5', 'Enter `--cpus 1.5`'],
])('“%s” is rejected with what was expected', (flags, problem) => {
  expect(parseLimitFlags(flags)).toEqual({ problem: expect.stringContaining(problem) })
})

const anySetup: fc.Arbitrary<ContainerSetup> = fc.record({
  flags: fc
    .record({
      cpus: fc.option(fc.integer({ min: 1, max: hostCpus * 100 })),
      shares: fc.option(fc.integer({ min: 2, max: 262_144 })),
      memory: fc.option(fc.integer({ min: 6, max: 8192 })),
    })
    .map(({ cpus, shares, memory }) =>
      [
        cpus === null ? '' : `--cpus ${cpus / 100}`,
        shares === null ? '' : `--cpu-shares ${shares}`,
        memory === null ? '' : `--memory ${memory}m`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  isBusy: fc.boolean(),
})
const anyHost: fc.Arbitrary<SharedHost> = fc.record({ web: anySetup, db: anySetup, report: anySetup })

test('no CPU is left unused unless quotas forbid it, and none is counted twice', () => {
  fc.assert(
    fc.property(anyHost, (host) => {
      const cpus = cpusOf(host)
      const sum = containerNames.reduce((total, name) => total + cpus[name], 0)
      const maxSum = containerNames
        .filter((name) => host[name].isBusy)
        .reduce((total, name) => total + (limitsOf(host[name]).cpus ?? hostCpus), 0)
      expect(sum).toBeCloseTo(Math.min(hostCpus, maxSum), 6)
    }),
  )
})

test('two containers without an effective quota share the CPUs in the ratio of their weights', () => {
  fc.assert(
    fc.property(anyHost, (host) => {
      const cpus = cpusOf(host)
      const free = containerNames.filter((name) => host[name].isBusy && !isThrottled(host, name))
      const rates = free.map((name) => cpus[name] / limitsOf(host[name]).weight)
      for (const rate of rates) expect(rate).toBeCloseTo(rates[0] ?? 0, 9)
    }),
  )
})

test('an idle container gets nothing, and a quota is never exceeded', () => {
  fc.assert(
    fc.property(anyHost, (host) => {
      for (const name of containerNames) {
        const maxCpus = host[name].isBusy ? (limitsOf(host[name]).cpus ?? hostCpus) : 0
        expect(cpusOf(host)[name]).toBeLessThanOrEqual(maxCpus)
      }
    }),
  )
})

test('memory never exceeds a limit or the host, and every kill has a cause', () => {
  fc.assert(
    fc.property(anyHost, (host) => {
      const memory = memoryOf(host)
      expect(usedMebibytes(host)).toBeLessThanOrEqual(hostMebibytes)
      expect(memory.isHostFull).toBe(
        usedMebibytes(host) === hostMebibytes && memory.report.killed !== 'own-limit',
      )
      for (const name of containerNames) {
        const limit = limitsOf(host[name]).memoryMebibytes ?? Number.POSITIVE_INFINITY
        expect(memory[name].mebibytes).toBeLessThanOrEqual(limit)
        if (memory[name].killed === 'own-limit') expect(memory[name].mebibytes).toBe(limit)
      }
    }),
  )
})

test.each([
  ['no-limits', [1.33, 1.33, 1.33], 'db'],
  ['shares', [1.07, 1.86, 1.07], 'db'],
  ['shares-idle', [2, 0, 2], 'db'],
  ['limits', [1.75, 1.75, 0.5], 'report'],
  ['limits-alone', [0, 0, 0.5], 'report'],
  ['loose', [1.33, 1.33, 1.33], 'db'],
])('%s: CPUs %o, and the kernel kills in %s', (id, cpus, victim) => {
  const host = figureStates.find((state) => state.id === id)?.value
  if (!host) throw new Error(id)
  expect(containerNames.map((name) => Number(cpusOf(host)[name].toFixed(2)))).toEqual(cpus)
  expect(containerNames.filter((name) => memoryOf(host)[name].killed)).toEqual([victim])
  expect(stateIdOf(host)).toBe(id)
})

test('a separate limit that is too small for the database kills there as well', () => {
  const host = {
    web: { flags: '', isBusy: false },
    db: { flags: '--memory 1g', isBusy: false },
    report: { flags: '', isBusy: false },
  }
  expect(describeHost(host)).toBe(
    'Nobody has work for the CPUs. The kernel kills a process in `db` at its limit of 1 GiB; the others notice nothing.',
  )
})
