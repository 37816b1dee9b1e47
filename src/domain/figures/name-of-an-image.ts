import { createStateFactory, type FigureState } from './figure-state.ts'
import { formatImageName, type ImageName, parseImageName } from './image-name.ts'

/** Plate 4.2: the parts of an image name. The value is the typed name. */
export const maxNameLength = 600

/** Shortens a digest, because it is too long for a sentence and its first digits distinguish it. */
export function shortenName(text: string, maxLength = 72): string {
  const short = text.replace(/(@[a-z0-9]+:[a-f0-9]{8})[a-f0-9]{8,}$/, '$1…')
  return short.length > maxLength ? `${short.slice(0, maxLength - 1)}…` : short
}

export function describeName(text: string): string {
  const name = parseImageName(text)
  if (name.problem) {
    const { message, reason } = name.problem
    return `Docker refuses ${text === '' ? 'an empty name' : code(text)}: ${shortenMessage(message)}. ${reason}`
  }
  const full = formatImageName(name)
  const reading =
    full === text ? `Nothing is missing from ${code(text)}.` : `Docker reads ${code(text)} as ${code(full)}.`
  return [reading, ...describeDomain(text, name), describeFinding(name)].join(' ')
}

function code(text: string): string {
  return `\`${shortenName(text)}\``
}

/** Docker’s message repeats the name, which may be long. */
function shortenMessage(message: string): string {
  return message.length > 90 ? `${message.slice(0, 40)}…` : message
}

function describeDomain(text: string, { domainSign, domain, isLibraryFilledIn }: ImageName): string[] {
  if (isHostWithoutSlash(text)) return ['Without a slash, it is an image on Docker Hub, not a host.']
  if (domain === '') return ['There is no domain in it, because its first part can’t be a host.']
  if (domainSign === undefined && !isLibraryFilledIn) {
    return [
      `\`${shortenName(text.slice(0, text.indexOf('/')), 24)}\` has neither a dot nor a port, so it isn’t a domain.`,
    ]
  }
  const sign = domainSign && domainSigns[domainSign]
  return sign ? [`\`${shortenName(domain, 40)}\` is a domain, because it ${sign}.`] : []
}

/** `localhost:5000`, `192.168.0.1`: probably meant as a registry. */
export function isHostWithoutSlash(text: string): boolean {
  return !text.includes('/') && /^(?:localhost(?::|$)|[^:@]*\.[^:@]*(?::\d+)?$)/.test(text)
}

export const domainSigns = {
  localhost: 'is localhost',
  'old name': undefined,
  dot: 'has a dot',
  port: 'has a port',
  capital: 'has a capital letter',
} satisfies Record<NonNullable<ImageName['domainSign']>, string | undefined>

function describeFinding({ tag, digest, isTagFilledIn }: ImageName): string {
  if (digest !== undefined) {
    return `The digest always names the same content${tag === undefined ? '.' : '; the tag is for people.'}`
  }
  if (isTagFilledIn) return 'The tag is filled in, and may move.'
  return `The tag ${code(tag ?? '')} may move.`
}

/** What Docker added, in the order of the name. */
function filledInParts(name: ImageName): string[] {
  return [
    ...(name.domainSign === undefined ? [name.domain] : []),
    ...(name.isLibraryFilledIn ? ['library/'] : []),
    ...(name.isTagFilledIn ? ['latest'] : []),
  ]
}

export function describeFilledIn(name: ImageName): string {
  const parts = filledInParts(name)
  return parts.length === 0 ? 'nothing filled in' : `filled in: ${parts.join(', ')}`
}

const digest = 'sha256:2e863c44b718727c860746568e1d54afd13b2fa71b160f5cd9058fc436217b30'

const state = createStateFactory(describeName)

export const figureStates: FigureState<string>[] = [
  state('short', '`ubuntu`', 'ubuntu'),
  state('tagged', 'With a tag', 'ubuntu:24.04'),
  state('pinned', 'Tag and digest', `ubuntu:24.04@${digest}`),
  state('hub', '`shop/app`', 'shop/app:1.4.2'),
  state('registry', 'A registry', 'localhost:5000/shop:1.4'),
  state('no-slash', 'A host without a slash', 'localhost:5000'),
  state('capital', 'A capital letter', 'Shop:1.4'),
]
