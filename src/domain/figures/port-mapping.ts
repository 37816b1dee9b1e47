/** An entry of `ports` in the short syntax, such as `127.0.0.1:8443:80`. */
export type PortMapping = { hostIp: string; published: number; target: number; protocol: 'tcp' | 'udp' }

const shortForm = /^(?:(\d{1,3}(?:\.\d{1,3}){3}):)?(\d{1,5}):(\d{1,5})(?:\/(tcp|udp))?$/i
const allAddresses = '0.0.0.0'

/** Undefined if the text is not a mapping with both ports. Without an address, the mapping is for all addresses. */
export function parsePortMapping(text: string): PortMapping | undefined {
  const [found, hostIp = allAddresses, published, target, protocol] = shortForm.exec(text.trim()) ?? []
  if (found === undefined) return undefined
  const ports = [Number(published), Number(target)]
  if (!ports.every((port) => port >= 1 && port <= 65_535) || !isAddress(hostIp)) return undefined
  const [from = 0, to = 0] = ports
  return { hostIp, published: from, target: to, protocol: protocol?.toLowerCase() === 'udp' ? 'udp' : 'tcp' }
}

function isAddress(text: string): boolean {
  return text.split('.').every((part) => String(Number(part)) === part && Number(part) <= 255)
}

/** Entries of two files with equal keys are the same entry. */
export function keyOfPort({ hostIp, published, target, protocol }: PortMapping): string {
  return [hostIp, published, target, protocol].join(' ')
}

/** A host port can be bound once per address, and `0.0.0.0` stands for all addresses. */
export function haveSameHostPort(one: PortMapping, other: PortMapping): boolean {
  const share = one.hostIp === other.hostIp || [one.hostIp, other.hostIp].includes(allAddresses)
  return share && one.published === other.published && one.protocol === other.protocol
}

export function isOnAllAddresses({ hostIp }: PortMapping): boolean {
  return hostIp === allAddresses
}
