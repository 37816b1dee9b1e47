import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 6.3: the contents of a packet of an overlay network, and how much of it is left for a container. Sizes: RFC
 * 7348 (VXLAN), RFC 4303 (ESP), RFC 4106 (AES-GCM in ESP), and `maxMTU` in Moby’s overlay driver.
 */
export type Underlay = {
  /** The largest IP packet that the network between the nodes carries, in bytes. */
  mtu: number
  ip: IpVersion
  isEncrypted: boolean
}

export const ipVersions = ['IPv4', 'IPv6'] as const
export type IpVersion = (typeof ipVersions)[number]

export const mtuRange = { min: 1280, max: 9216 }

const ipHeaderBytes = { IPv4: 20, IPv6: 40 } satisfies Record<IpVersion, number>
const ethernetBytes = 14
const udpBytes = 8
const vxlanBytes = 8
const tcpBytes = 20
/** Security parameters index, sequence number, and the initialization vector of AES-GCM. */
const espHeaderBytes = 4 + 4 + 8
/** Pad length and next header; the padding before them is counted separately. */
const espTrailerBytes = 2
/** The driver uses an integrity check value of 64 bits. */
const espCheckBytes = 8
const espAlignmentBytes = 4
const innerHeaderBytes = ipHeaderBytes.IPv4 + tcpBytes

/** What VXLAN adds before a container’s packet, without the outer IP header. */
const tunnelBytes = udpBytes + vxlanBytes + ethernetBytes

/** The largest packet of a container that still fits into one packet of the underlay. */
export function innerMtuOf({ mtu, ip, isEncrypted }: Underlay): number {
  const room = mtu - ipHeaderBytes[ip]
  if (!isEncrypted) return room - tunnelBytes
  const encrypted = room - espHeaderBytes - espCheckBytes
  return encrypted - (encrypted % espAlignmentBytes) - espTrailerBytes - tunnelBytes
}

/** Padding that makes the encrypted bytes a multiple of four. */
function paddingBytesFor(innerBytes: number): number {
  const unaligned = (tunnelBytes + innerBytes + espTrailerBytes) % espAlignmentBytes
  return unaligned === 0 ? 0 : espAlignmentBytes - unaligned
}

/**
 * The MTU that Docker gives a container. It does not measure the underlay, and subtracts 50 bytes over IPv6 as well:
 * `driverMtu` is 1500 unless the network has the option `com.docker.network.driver.mtu`.
 */
export function dockerMtuOf(isEncrypted: boolean, driverMtu = 1500): number {
  const plain = driverMtu - 50
  if (!isEncrypted) return plain
  const encrypted = plain - 26
  return encrypted - (encrypted % 4)
}

/** The value of `com.docker.network.driver.mtu` that makes full use of the underlay. */
export function driverMtuFor({ mtu, ip }: Underlay): number {
  return mtu - (ipHeaderBytes[ip] - ipHeaderBytes.IPv4)
}

/** `depth` is the number of packets around a part. Encrypted parts cannot be read between the nodes. */
export type FramePart = {
  id: string
  name: string
  sizeBytes: number
  depth: 0 | 1 | 2
  isEncrypted: boolean
}

/** The frame with the largest packet that fits, starting with the first byte. */
export function framePartsOf(underlay: Underlay): FramePart[] {
  const { ip, isEncrypted } = underlay
  const inner = innerMtuOf(underlay)
  const part = (id: string, depth: FramePart['depth'], name: string, sizeBytes: number) => ({
    id,
    depth,
    name,
    sizeBytes,
    isEncrypted: isEncrypted && depth > 0,
  })
  const espEnd = paddingBytesFor(inner) + espTrailerBytes + espCheckBytes
  return [
    part('ethernet', 0, 'Ethernet', ethernetBytes),
    part('ip', 0, `${ip}, node to node`, ipHeaderBytes[ip]),
    ...(isEncrypted ? [part('esp', 0, 'ESP header', espHeaderBytes)] : []),
    part('udp', 1, 'UDP, port 4789', udpBytes),
    part('vxlan', 1, 'VXLAN, VNI 4097', vxlanBytes),
    part('inner-ethernet', 2, 'Ethernet', ethernetBytes),
    part('inner-ip', 2, 'IPv4, web to db', ipHeaderBytes.IPv4),
    part('tcp', 2, 'TCP', tcpBytes),
    part('data', 2, 'data', inner - innerHeaderBytes),
    ...(isEncrypted ? [part('esp-end', 0, 'ESP trailer', espEnd)] : []),
  ]
}

/** The size of the outer IP packet: the frame without its Ethernet header. */
export function outerPacketBytes(parts: readonly FramePart[]): number {
  return sum(parts) - ethernetBytes
}

/** What `tcpdump` can identify on the wire. */
export function seenOnTheWire(underlay: Underlay): string {
  const parts = framePartsOf(underlay)
  if (!underlay.isEncrypted) return 'UDP 4789, VNI 4097, all data'
  return `ESP, length ${outerPacketBytes(parts) - ipHeaderBytes[underlay.ip]}`
}

function sum(parts: readonly FramePart[]): number {
  return parts.reduce((total, { sizeBytes }) => total + sizeBytes, 0)
}

/** The number of bytes by which Docker’s own MTU is too large for this underlay; negative if it leaves bytes unused. */
export function excessBytesOf(underlay: Underlay): number {
  return dockerMtuOf(underlay.isEncrypted) - innerMtuOf(underlay)
}

/** Parses a typed MTU; undefined if it is not one in the range. */
export function parseMtu(text: string): number | undefined {
  const digits = text.trim().replace(/^(\d),(\d{3})$/, '$1$2')
  const mtu = /^\d{4}$/.test(digits) ? Number(digits) : 0
  return mtu >= mtuRange.min && mtu <= mtuRange.max ? mtu : undefined
}

export function describeUnderlay(underlay: Underlay): string {
  const { mtu, isEncrypted } = underlay
  const inner = innerMtuOf(underlay)
  const takes = isEncrypted ? 'Wrapping and ESP take' : 'The wrapping takes'
  const seen = isEncrypted
    ? 'On the wire it is ESP between two nodes, without a port.'
    : 'Anyone along the way can read all of it.'
  return `The wire carries packets of up to ${mtu} bytes. ${takes} ${mtu - inner}, which leaves ${inner} for a container’s packet. ${describeDockerMtu(underlay)} ${seen}`
}

function describeDockerMtu(underlay: Underlay): string {
  const excess = excessBytesOf(underlay)
  const docker = `Docker sets ${dockerMtuOf(underlay.isEncrypted)}`
  if (excess === 0) return `${docker}, which fits.`
  const option = `\`com.docker.network.driver.mtu=${driverMtuFor(underlay)}\``
  if (excess > 0) return `${docker}, which is ${excess} too many unless the network has ${option}.`
  return `${docker} and leaves ${-excess} unused, unless the network has ${option}.`
}

const example: Underlay = { mtu: 1500, ip: 'IPv4', isEncrypted: false }

const state = createStateFactory(describeUnderlay)

export const figureStates: FigureState<Underlay>[] = [
  state('plain', 'Not encrypted', example),
  state('encrypted', '`--opt encrypted`', { ...example, isEncrypted: true }),
  state('ipv6', 'Over IPv6', { ...example, ip: 'IPv6' }),
  state('small-wire', 'MTU 1450', { ...example, mtu: 1450 }),
  state('jumbo', 'MTU 9000', { ...example, mtu: 9000 }),
]
