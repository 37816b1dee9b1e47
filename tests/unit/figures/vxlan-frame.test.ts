import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  describeUnderlay,
  dockerMtuOf,
  driverMtuFor,
  excessBytesOf,
  framePartsOf,
  type IpVersion,
  innerMtuOf,
  ipVersions,
  mtuRange,
  outerPacketBytes,
  parseMtu,
  seenOnTheWire,
  type Underlay,
} from '#domain/figures/vxlan-frame.ts'

const anyUnderlay: fc.Arbitrary<Underlay> = fc.record({
  mtu: fc.integer({ min: mtuRange.min, max: mtuRange.max }),
  ip: fc.constantFrom(...ipVersions),
  isEncrypted: fc.boolean(),
})

// VXLAN_HEADROOM and VXLAN6_HEADROOM in the Linux kernel are 50 and 70 bytes; pktExpansion in Moby's driver is 26.
test.each<[number, IpVersion, boolean, number, number]>([
  [1500, 'IPv4', false, 1450, 0],
  [1500, 'IPv4', true, 1424, 0],
  [1500, 'IPv6', false, 1430, 20],
  [1500, 'IPv6', true, 1404, 20],
  [1450, 'IPv4', false, 1400, 50],
  [1450, 'IPv4', true, 1372, 52],
  [1420, 'IPv4', false, 1370, 80],
  [9000, 'IPv4', false, 8950, -7500],
  [9000, 'IPv4', true, 8924, -7500],
])(
  'MTU %i, %s, encrypted %s: %i bytes for a container, %i too many from Docker',
  (mtu, ip, isEncrypted, inner, excess) => {
    const underlay = { mtu, ip, isEncrypted }
    expect(innerMtuOf(underlay)).toBe(inner)
    expect(excessBytesOf(underlay)).toBe(excess)
    expect(describeUnderlay(underlay)).toContain(`which leaves ${inner} for a container’s packet.`)
  },
)

test.each([
  [false, undefined, 1450],
  [true, undefined, 1424],
  [false, 1450, 1400],
  [true, 1450, 1372],
  [false, 9000, 8950],
])('encrypted %s, driver option %s: Docker gives its containers %i', (isEncrypted, option, mtu) => {
  expect(dockerMtuOf(isEncrypted, option)).toBe(mtu)
})

test('the largest packet fits, and because of padding one more byte would not', () => {
  fc.assert(
    fc.property(anyUnderlay, (underlay) => {
      const size = outerPacketBytes(framePartsOf(underlay))
      expect(size).toBeLessThanOrEqual(underlay.mtu)
      expect(size).toBeGreaterThan(underlay.mtu - (underlay.isEncrypted ? 4 : 1))
    }),
  )
})

test('with the option that the figure names, Docker sets exactly the MTU that fits', () => {
  fc.assert(
    fc.property(anyUnderlay, (underlay) => {
      expect(dockerMtuOf(underlay.isEncrypted, driverMtuFor(underlay))).toBe(innerMtuOf(underlay))
    }),
  )
})

test('the encrypted part is a multiple of four bytes', () => {
  fc.assert(
    fc.property(anyUnderlay, (underlay) => {
      const parts = framePartsOf({ ...underlay, isEncrypted: true })
      const inside = parts.filter((part) => part.isEncrypted).reduce((sum, part) => sum + part.sizeBytes, 0)
      const trailer = (parts.at(-1)?.sizeBytes ?? 0) - 8
      expect((inside + trailer) % 4).toBe(0)
    }),
  )
})

test('ESP hides everything but the hosts', () => {
  const parts = framePartsOf({ mtu: 1500, ip: 'IPv4', isEncrypted: true })
  const readable = parts.filter((part) => !part.isEncrypted).map(({ name }) => name)
  expect(readable).toEqual(['Ethernet', 'IPv4, node to node', 'ESP header', 'ESP trailer'])
  expect(seenOnTheWire({ mtu: 1500, ip: 'IPv4', isEncrypted: true })).toBe('ESP, length 1480')
})

test('an overlay without the option hides nothing', () => {
  const plain: Underlay = { mtu: 1500, ip: 'IPv4', isEncrypted: false }
  expect(framePartsOf(plain).some((part) => part.isEncrypted)).toBe(false)
  expect(seenOnTheWire(plain)).toContain('4789')
})

test.each([
  ['1500', 1500],
  [' 1450 ', 1450],
  ['9,000', 9000],
  ['1280', 1280],
  ['9216', 9216],
  ['1279', undefined],
  ['9217', undefined],
  ['', undefined],
  ['15e2', undefined],
  ['-1500', undefined],
  ['1500.5', undefined],
  ['15', undefined],
])('“%s” is read as %s', (text, mtu) => {
  expect(parseMtu(text)).toBe(mtu)
})
