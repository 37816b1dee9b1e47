import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 4.3: what `cosign sign` creates without a key, what each check of `cosign verify` needs, and how the tag is
 * involved. Sources: Cosign’s README, `cosign verify`, and Sigstore’s documentation of timestamps.
 */
export const faults = ['none', 'token', 'certificate', 'log', 'stranger', 'tag'] as const
export type Fault = (typeof faults)[number]

/** The signer that `cosign verify` expects: `any` is a pattern that matches every identity. */
export const expectations = ['ours', 'any'] as const
export type Expectation = (typeof expectations)[number]

/** What the figure shows: what goes wrong, and which signer the verification accepts. */
export type Verification = { fault: Fault; expectation: Expectation }

export const images = {
  ours: { digest: 'sha256:9f10…', owner: 'example/shop' },
  other: { digest: 'sha256:c47a…', owner: 'stranger/shop' },
} as const
export type RegistryImage = keyof typeof images

/** The image that the tag points to, which is ours unless somebody else moved the tag. */
export function taggedImage(fault: Fault): RegistryImage {
  return fault === 'stranger' || fault === 'tag' ? 'other' : 'ours'
}

/** The image whose signature the drawing shows. */
export function signedImage(fault: Fault): RegistryImage {
  return fault === 'stranger' ? 'other' : 'ours'
}

export const links = ['token', 'certificate', 'signature', 'log'] as const
export type Link = (typeof links)[number]

/**
 * Whether `cosign sign` gets as far as creating it. Signing with a key of one’s own needs neither token nor
 * certificate.
 */
export function isCreated(link: Link, fault: Fault): boolean {
  switch (fault) {
    case 'token':
      return false
    case 'certificate':
      return link !== 'token' && link !== 'certificate'
    case 'log':
      return link !== 'log'
    case 'none':
    case 'stranger':
    case 'tag':
      return true
    default:
      return fault satisfies never
  }
}

/** Whether this image has a signature. */
export function isSigned(image: RegistryImage, fault: Fault): boolean {
  if (image === 'other') return fault === 'stranger'
  return fault !== 'token'
}

/** `none` means that there is nothing to check. */
export type CheckResult = 'yes' | 'no' | 'none'

/** The results of `cosign verify` for an image, by the link that each check is about. */
export function checksOf(
  image: RegistryImage,
  { fault, expectation }: Verification,
): Record<Link, CheckResult> {
  if (!isSigned(image, fault)) return { token: 'none', certificate: 'none', signature: 'no', log: 'none' }
  if (fault === 'certificate') return { token: 'none', certificate: 'no', signature: 'yes', log: 'yes' }
  const isExpected = image === 'ours' || expectation === 'any'
  return {
    token: 'yes',
    certificate: isExpected ? 'yes' : 'no',
    signature: 'yes',
    log: fault === 'log' ? 'no' : 'yes',
  }
}

/** A verification passes if every check does. */
export function isVerified(image: RegistryImage, verification: Verification): boolean {
  return Object.values(checksOf(image, verification)).every((result) => result === 'yes')
}

export const faultLabels = {
  none: 'nothing',
  token: 'no token',
  certificate: 'bare key',
  log: 'no log entry',
  stranger: 'stranger',
  tag: 'tag moved',
} satisfies Record<Fault, string>

const sentences = {
  none: 'The job’s OIDC token says who it is, Fulcio certifies that for ten minutes, and the signature of the digest goes into Rekor.',
  token:
    'Without an OIDC token there is no identity, so no certificate and no signature. `cosign verify` finds none and refuses; Docker alone would run the image.',
  certificate:
    'A bare key can sign, too, but nothing says whose key it is. `cosign verify` looks for an identity, finds none and refuses. With `--key` it would check the key instead.',
  log: 'The certificate expired after ten minutes. Without a log entry, nothing shows that the signature was made before that, and `cosign verify` refuses.',
  stranger:
    'A stranger pushes another image, moves the tag to it and signs it. Token, certificate and log entry are genuine, but they name `stranger/shop`.',
  tag: 'The tag now points to an image that nobody signed. A signature belongs to a digest and doesn’t move along: by tag, `cosign verify` refuses; by the old digest, it still passes.',
} satisfies Record<Fault, string>

const expectationOutcomes = {
  none: {
    ours: '`cosign verify` finds the signer it was told to expect.',
    any: '`cosign verify` passes, and shows only that somebody signed.',
  },
  stranger: {
    ours: '`cosign verify` expects `example/shop` and refuses.',
    any: 'With `.*`, `cosign verify` lets it pass.',
  },
} satisfies Partial<Record<Fault, Record<Expectation, string>>>

export function describeVerification({ fault, expectation }: Verification): string {
  const isNamed = fault === 'none' || fault === 'stranger'
  return isNamed ? `${sentences[fault]} ${expectationOutcomes[fault][expectation]}` : sentences[fault]
}

const stateLabels = {
  none: 'Signed and verified',
  token: 'No OIDC token',
  certificate: 'Signed with a bare key',
  log: 'No log entry',
  stranger: 'A stranger signs',
  tag: 'The tag was moved',
} satisfies Record<Fault, string>

const state = createStateFactory(describeVerification)

export const figureStates: FigureState<Verification>[] = [
  ...faults.map((fault) =>
    state(fault, stateLabels[fault], {
      fault,
      expectation: 'ours',
    }),
  ),
  state('any', 'A stranger signs, and any identity will do', { fault: 'stranger', expectation: 'any' }),
]
