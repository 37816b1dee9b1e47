import { machineWorkerPath, machineWorkerPolicy } from './content-security-policy.ts'

/** Browser features that no page uses, disabled so that an injected script cannot use them either. */
const disabledFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Headers that only affect documents, not other files. */
export const documentHeaders: Readonly<Record<string, string>> = {
  'Permissions-Policy': disabledFeatures.map((power) => `${power}=()`).join(', '),
}

/**
 * Sent with every response, errors included, except where a rule omits the document headers. The rest of a page's policy
 * is in the page.
 */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The only directive we need that does not work in a `<meta>` element.
  'Content-Security-Policy': "frame-ancestors 'none'",
  ...documentHeaders,
}

/** For responses that are a line of text instead of a file of the site. */
export const plainTextHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

/** `*` in a path matches any text. */
export type HeaderRule = {
  path: string
  headers: Readonly<Record<string, string>>
  /** Whether the document headers are omitted: with 40 files, they are a twentieth of the bytes of a first visit. */
  omitsDocumentHeaders?: true
}

/** The headers of files without a rule of their own. */
export const defaultHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Cache-Control': 'no-cache',
}

const forOneYear = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/**
 * The source of our own server’s headers and of the settings for other hosts. No path matches two rules that set the
 * same header, because hosts disagree on which rule has priority.
 */
export const headerRules: readonly HeaderRule[] = [
  // Their names contain their hash.
  { path: '/assets/*', headers: forOneYear, omitsDocumentHeaders: true },
  { path: '/lab/parts/*', headers: forOneYear, omitsDocumentHeaders: true },
  { path: machineWorkerPath, headers: { 'Content-Security-Policy': machineWorkerPolicy } },
  // React Router’s data files, which only its own code reads, as text.
  { path: '/*.data', headers: { 'Content-Type': 'text/x-script; charset=utf-8' } },
]

/**
 * The headers of a file of the site.
 *
 * @param path the file's path in the site, such as `/assets/app-1a2b.js`
 */
export function responseHeadersFor(path: string): Record<string, string> {
  const matching = headerRules.filter((rule) => new RegExp(`^${patternOf(rule.path)}$`).test(path))
  const headers: Record<string, string> = { ...defaultHeaders }
  if (matching.some(({ omitsDocumentHeaders }) => omitsDocumentHeaders))
    for (const name of Object.keys(documentHeaders)) delete headers[name]
  return Object.assign(headers, ...matching.map((rule) => rule.headers))
}

/** Converts a rule’s path to the source of a regular expression. */
export function patternOf(path: string): string {
  return path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
}
