import { createStateFactory, type FigureState, formatList } from './figure-state.ts'

/**
 * Plate 4.1: where foreign content enters a supply chain, and whether each check stops it, shows it or does nothing.
 */
export const entries = ['base', 'dependency', 'tool', 'push', 'tag'] as const
export type Entry = (typeof entries)[number]

export const checks = ['pin', 'scan', 'sbom', 'provenance', 'signature'] as const
export type Check = (typeof checks)[number]

/** What the figure shows: what enters, and the checks that are in place. */
export type Defense = { entry: Entry; inPlace: readonly Check[] }

/** The steps that an image goes through. */
export const imageSteps = ['build', 'registry', 'run'] as const
export type ImageStep = (typeof imageSteps)[number]

/** The step at which each enters; from there it goes on to the last step. */
export const entersAt = {
  base: 'build',
  dependency: 'build',
  tool: 'build',
  push: 'registry',
  tag: 'run',
} satisfies Record<Entry, ImageStep>

/**
 * `shows`: it is visible to anyone who looks, but nothing is rejected. Provenance and an SBOM are records, which have
 * to be compared with something.
 */
export type Effect = 'stops' | 'shows' | 'nothing'

const effects = {
  base: { pin: 'stops', scan: 'nothing', sbom: 'nothing', provenance: 'shows', signature: 'nothing' },
  dependency: { pin: 'nothing', scan: 'stops', sbom: 'shows', provenance: 'nothing', signature: 'nothing' },
  tool: { pin: 'stops', scan: 'nothing', sbom: 'nothing', provenance: 'nothing', signature: 'nothing' },
  push: { pin: 'stops', scan: 'nothing', sbom: 'nothing', provenance: 'shows', signature: 'stops' },
  tag: { pin: 'stops', scan: 'shows', sbom: 'nothing', provenance: 'shows', signature: 'nothing' },
} satisfies Record<Entry, Record<Check, Effect>>

export function effectOf(check: Check, entry: Entry): Effect {
  return effects[entry][check]
}

/** The check in place that stops it; undefined if none does. */
export function stoppingCheck({ entry, inPlace }: Defense): Check | undefined {
  return inPlace.find((check) => effectOf(check, entry) === 'stops')
}

/**
 * Pinning by digest rejects a replacement where it enters. An image pushed beside the pinned one is rejected only
 * before it runs.
 */
export function isStoppedOnEntry({ entry, inPlace }: Defense): boolean {
  return stoppingCheck({ entry, inPlace }) === 'pin' && entry !== 'push'
}

/** The steps that the foreign content reaches. */
export function reachedSteps(defense: Defense): ImageStep[] {
  if (isStoppedOnEntry(defense)) return []
  const rest = imageSteps.slice(imageSteps.indexOf(entersAt[defense.entry]))
  return stoppingCheck(defense) ? rest.filter((step) => step !== 'run') : rest
}

export function toggleCheck({ entry, inPlace }: Defense, check: Check): Defense {
  return { entry, inPlace: checks.filter((each) => inPlace.includes(each) !== (each === check)) }
}

export const entryLabels = {
  base: 'base image',
  dependency: 'dependency',
  tool: 'CI tool',
  push: 'push',
  tag: 'tag',
} satisfies Record<Entry, string>

export const checkLabels = {
  pin: 'pin by digest',
  scan: 'repeated scan',
  sbom: 'SBOM',
  provenance: 'provenance',
  signature: 'signer checked',
} satisfies Record<Check, string>

const attacks = {
  base: 'The tag of the base image is moved to malware before your build.',
  dependency: 'A CVE is published for a package that is already in your image.',
  tool: 'A tool in your CI is compromised and runs inside your build.',
  push: 'Somebody with push rights uploads an image that no pipeline of yours built.',
  tag: 'The tag `1.4.2` is moved back to an older release, which you did build and sign.',
} satisfies Record<Entry, string>

const stops: Record<Entry, Partial<Record<Check, string>>> = {
  base: { pin: 'The digest in `FROM` stops it: the build gets the bytes that you tested.' },
  dependency: { scan: 'A repeated scan finds it and can block the deployment.' },
  tool: { pin: 'The tool’s digest stops it: CI runs the version that you chose.' },
  push: {
    pin: 'The deployment names the digest of another image, so this one doesn’t run.',
    signature: 'The deployment asks who signed it, and refuses.',
  },
  tag: { pin: 'The deployment names a digest, so the tag doesn’t matter.' },
}

const advice = {
  base: 'A digest in `FROM`',
  dependency: 'A scan that is repeated',
  tool: 'The digest of a version you know',
  push: 'A check of the signer',
  tag: 'A deployment by digest',
} satisfies Record<Entry, string>

const records: Record<Entry, Partial<Record<Check, string>>> = {
  base: { provenance: 'Provenance records which base was used.' },
  dependency: { sbom: 'The SBOM lists the package, so the CVE can be matched without another scan.' },
  tool: {},
  push: { provenance: 'Its provenance isn’t yours, but unless provenance is signed, it can be forged.' },
  tag: {
    scan: 'A scan of what runs shows the older flaws.',
    provenance: 'Provenance shows from which commit it was built.',
  },
}

const subjects = {
  pin: 'pinned digests',
  scan: 'the scan',
  sbom: 'the SBOM',
  provenance: 'provenance',
  signature: 'your signature',
} satisfies Record<Check, string>

export function describeDefense(defense: Defense): string {
  const { entry, inPlace } = defense
  const recorded = inPlace.flatMap((check) => records[entry][check] ?? [])
  const stop = stoppingCheck(defense)
  if (stop) return [attacks[entry], stops[entry][stop], ...recorded].join(' ')
  const silent = inPlace.filter((check) => effectOf(check, entry) === 'nothing')
  return [
    attacks[entry],
    ...describeSilence(silent),
    ...recorded,
    `It runs. ${advice[entry]} would have stopped it.`,
  ].join(' ')
}

function describeSilence(silent: readonly Check[]): string[] {
  if (silent.length === 0) return []
  const isPlural = silent.length > 1 || silent[0] === 'pin'
  const list = formatList(silent.map((check) => subjects[check]))
  return [`${capitalize(list)} ${isPlural ? 'say' : 'says'} nothing about it.`]
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const state = createStateFactory(describeDefense)

export const figureStates: FigureState<Defense>[] = [
  state('tool', 'A compromised CI tool', { entry: 'tool', inPlace: ['scan', 'signature'] }),
  state('tool-pinned', 'The CI tool is pinned', { entry: 'tool', inPlace: ['pin'] }),
  state('base', 'The base image’s tag is moved', { entry: 'base', inPlace: ['scan', 'signature'] }),
  state('base-pinned', 'The base image is pinned', { entry: 'base', inPlace: ['pin'] }),
  state('dependency', 'A CVE in a dependency', { entry: 'dependency', inPlace: ['pin', 'scan', 'sbom'] }),
  state('push', 'Pushed by someone else', { entry: 'push', inPlace: ['scan', 'provenance'] }),
  state('push-refused', 'Pushed by someone else, signer checked', { entry: 'push', inPlace: ['signature'] }),
  state('tag', 'A release’s tag is moved back', { entry: 'tag', inPlace: ['signature'] }),
]
