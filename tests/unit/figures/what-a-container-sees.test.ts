import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  defaultView,
  describeView,
  type NamespaceView,
  namespaces,
  rowsOf,
} from '#domain/figures/what-a-container-sees.ts'

const whose = fc.constantFrom('own' as const, 'host' as const)
const anyView: fc.Arbitrary<NamespaceView> = fc.record({ pid: whose, net: whose, mnt: whose, user: whose })
const anyNamespace = fc.constantFrom(...namespaces)

test('by default all but the user namespace are the container’s own', () => {
  expect(defaultView).toEqual({ pid: 'own', net: 'own', mnt: 'own', user: 'host' })
  expect(describeView(defaultView)).toContain('Its root is root on the host.')
})

test('in its own namespace a container sees only its own resources', () => {
  fc.assert(
    fc.property(anyView, anyNamespace, (view, namespace) => {
      fc.pre(view[namespace] === 'own')
      for (const { web, belongsToWeb } of rowsOf(namespace, view))
        expect(web !== undefined).toBe(belongsToWeb)
    }),
  )
})

test("in the host's namespace a container sees everything, under the host's names", () => {
  fc.assert(
    fc.property(anyView, anyNamespace, (view, namespace) => {
      fc.pre(view[namespace] === 'host')
      for (const { host, web } of rowsOf(namespace, view)) expect(web).toEqual(host)
    }),
  )
})

test('PID 48211 on the host is PID 1 in the container', () => {
  const row = rowsOf('pid', defaultView).find(({ host }) => host.handle === '48211')
  expect(row?.web?.handle).toBe('1')
})

test('root in its own user namespace is an ID without an account on the host', () => {
  const view: NamespaceView = { ...defaultView, user: 'own' }
  const row = rowsOf('user', view).find(({ web }) => web !== undefined)
  expect(row).toMatchObject({ host: { handle: '231072' }, web: { handle: '0', name: 'root' } })
})

test.each<[Partial<NamespaceView>, string]>([
  [{}, '`docker run --name web nginx`'],
  [{ pid: 'host' }, '`docker run --pid=host --name web nginx`'],
  [{ net: 'host' }, '`docker run --network host --name web nginx`'],
  [{ mnt: 'host' }, 'Docker has no flag for the host’s files'],
  [{ user: 'own' }, '`"userns-remap"`'],
  [{ user: 'own', net: 'host' }, 'Docker refuses the host’s namespaces'],
])('%o: the description names the command or says that there is none', (change, words) => {
  expect(describeView({ ...defaultView, ...change })).toContain(words)
})

test('Docker’s refusal is mentioned only if remapping is combined with a namespace of the host', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const isRefused = view.user === 'own' && (view.pid === 'host' || view.net === 'host')
      expect(describeView(view).includes('refuses')).toBe(isRefused)
    }),
  )
})
