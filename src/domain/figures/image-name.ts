/**
 * The parts of an image name as Docker parses it, by the grammar of the Go module `distribution/reference`. A name that
 * Docker rejects is split into parts too, as far as possible.
 */
export type ImageName = {
  /** Empty if the first part looks like a domain but is not a valid one, such as `a_b.com`. */
  domain: string
  path: string
  tag: string | undefined
  digest: string | undefined
  /** Why Docker treats the first part as a domain; undefined if Docker added the domain. */
  domainSign: DomainSign | undefined
  /** Whether Docker added `library/` to the path. */
  isLibraryFilledIn: boolean
  isTagFilledIn: boolean
  problem: NameProblem | undefined
}

export type DomainSign = 'localhost' | 'old name' | 'dot' | 'port' | 'capital'
export type NamePart = 'domain' | 'path' | 'tag' | 'digest'
/** `message` is Docker’s error message; `reason` names the rule that the part violates. */
export type NameProblem = { part: NamePart; message: string; reason: string }

const hubDomain = 'docker.io'
const oldHubDomain = 'index.docker.io'
const maxPathLength = 255

const hostPart = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const domainPattern = `(?:${hostPart}(?:\\.${hostPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`
const pathPartPattern = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const pathPattern = `${pathPartPattern}(?:/${pathPartPattern})*`
const tagPattern = '\\w[\\w.-]{0,127}'
const algorithmPattern = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*'
const digestPattern = `${algorithmPattern}:[a-fA-F0-9]{32,}`

const wholeName = new RegExp(
  `^(?:${domainPattern}/)?${pathPattern}(?::${tagPattern})?(?:@${digestPattern})?$`,
)
const wholeDomain = new RegExp(`^${domainPattern}$`)
const wholePathPart = new RegExp(`^${pathPartPattern}$`)
const wholeTag = new RegExp(`^${tagPattern}$`)
const bareHash = /^[a-f0-9]{64}$/

const hexDigits: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 }

export function parseImageName(text: string): ImageName {
  const { domain, domainSign, rest, isLibraryFilledIn } = splitDomain(text)
  const [beforeDigest, digest] = splitAt(rest, '@')
  const [path, tag] = splitAt(beforeDigest, ':')
  const isTagFilledIn = tag === undefined && digest === undefined
  const problem = problemOf(text, { domain, rest, path, tag, digest })
  const hasNoDomain = !problem && !wholeDomain.test(domain)
  return {
    domain: hasNoDomain ? '' : domain,
    domainSign,
    path: hasNoDomain ? `${domain}/${path}` : path,
    isLibraryFilledIn,
    tag: isTagFilledIn ? 'latest' : tag,
    isTagFilledIn,
    digest,
    problem,
  }
}

/** The text before and after the first separator; `after` is undefined if there is none. */
function splitAt(text: string, separator: string): [before: string, after: string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

/** Only text before a slash can be a domain. */
function splitDomain(text: string) {
  const [first, afterSlash] = splitAt(text, '/')
  const sign = afterSlash === undefined ? undefined : domainSignOf(first)
  const domain = sign === undefined || sign === 'old name' ? hubDomain : first
  const rest = sign === undefined ? text : (afterSlash ?? '')
  const isLibraryFilledIn = domain === hubDomain && !rest.includes('/')
  return { domain, domainSign: sign, rest: isLibraryFilledIn ? `library/${rest}` : rest, isLibraryFilledIn }
}

function domainSignOf(first: string): DomainSign | undefined {
  if (first === 'localhost') return 'localhost'
  if (first === oldHubDomain) return 'old name'
  if (first.includes(':')) return 'port'
  if (first.includes('.')) return 'dot'
  return first.toLowerCase() === first ? undefined : 'capital'
}

type SplitName = {
  domain: string
  rest: string
  path: string
  tag: string | undefined
  digest: string | undefined
}

const formatMessage = 'invalid reference format'

/** In the order in which Docker checks. */
function problemOf(text: string, parts: SplitName): NameProblem | undefined {
  if (bareHash.test(text)) {
    const message = `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`
    return {
      part: 'path',
      message,
      reason: 'It looks like an image’s ID, which `docker run` takes and `docker pull` doesn’t.',
    }
  }
  const [checked] = splitAt(parts.rest, ':')
  if (checked !== checked.toLowerCase()) {
    const message = `${formatMessage}: repository name (${checked}) must be lowercase`
    return { part: 'path', message, reason: 'Capital letters are for tags.' }
  }
  const fullName = `${parts.domain}/${parts.rest}`
  if (!wholeName.test(fullName)) {
    const isCaseAlone = wholeName.test(fullName.toLowerCase())
    return {
      ...formProblem(parts),
      message: isCaseAlone ? 'repository name must be lowercase' : formatMessage,
    }
  }
  if (parts.path.length > maxPathLength) {
    const message = `repository name must not be more than ${maxPathLength} characters`
    return { part: 'path', message, reason: `The path has ${parts.path.length}.` }
  }
  return parts.digest === undefined ? undefined : digestProblem(parts.digest)
}

/** The first part that violates the grammar, and why. */
function formProblem({ domain, path, tag, digest }: SplitName): { part: NamePart; reason: string } {
  const invalidPart = path.split('/').find((part) => !wholePathPart.test(part))
  if (!wholeDomain.test(domain))
    return { part: 'domain', reason: 'A domain is a host name or address, with a port or without.' }
  if (invalidPart === '') return { part: 'path', reason: 'A part of the path is empty.' }
  if (invalidPart !== undefined) {
    const rule = 'A path is made of a–z and 0–9, with `.`, `_`, `__` or hyphens only between them'
    return { part: 'path', reason: `${rule}.` }
  }
  if (tag !== undefined && !wholeTag.test(tag)) {
    const rule = 'A tag has 1 to 128 letters, digits, `_`, `.` or `-`, and doesn’t begin with `.` or `-`'
    return { part: 'tag', reason: `${rule}.` }
  }
  return { part: 'digest', reason: digestFormReason(digest ?? '') }
}

function digestFormReason(digest: string): string {
  if (digest === '') return 'Nothing follows the `@`.'
  const [algorithm, hex = ''] = splitAt(digest, ':')
  const length = hexDigits[algorithm]
  const isShort = length !== undefined && /^[a-f0-9]+$/i.test(hex)
  return isShort ? lengthReason(algorithm, length, hex) : 'A digest is an algorithm, a colon and hex digits.'
}

function lengthReason(algorithm: string, length: number, hex: string): string {
  return `A ${algorithm} digest has ${length} hex digits, this one ${hex.length}.`
}

function digestProblem(digest: string): NameProblem | undefined {
  const [algorithm, hex = ''] = splitAt(digest, ':')
  const length = hexDigits[algorithm]
  if (length === undefined) {
    const isLower = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*$/.test(algorithm)
    const message = isLower ? 'unsupported digest algorithm' : 'invalid checksum digest format'
    return { part: 'digest', message, reason: `Known are ${Object.keys(hexDigits).join(', ')}.` }
  }
  if (hex.length !== length) {
    const reason = lengthReason(algorithm, length, hex)
    return { part: 'digest', message: 'invalid checksum digest length', reason }
  }
  if (hex === hex.toLowerCase()) return undefined
  return {
    part: 'digest',
    message: 'invalid checksum digest format',
    reason: 'Its letters must be lowercase.',
  }
}

/** The complete name, as Docker uses it from here on. */
export function formatImageName({ domain, path, tag, digest }: ImageName): string {
  return `${domain === '' ? '' : `${domain}/`}${path}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}
