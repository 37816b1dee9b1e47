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

/** Sent with every response, errors included. The rest of a page's policy is in the page. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': disabledFeatures.map((power) => `${power}=()`).join(', '),
  // The one directive we need that works only in a header.
  'Content-Security-Policy': "frame-ancestors 'none'",
}

/** For responses that are not files of the site but a line of text. */
export const plainTextHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

/** `*` in a path matches any text. */
export type HeaderRule = { path: string; headers: Readonly<Record<string, string>> }

/** The headers of files without a rule of their own. */
export const defaultHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Cache-Control': 'no-cache',
}

const forOneYear = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/**
 * The source of our own server's headers and of the settings for other hosts. No path matches two rules that set the same
 * header, because hosts disagree on which of them wins.
 */
export const headerRules: readonly HeaderRule[] = [
  // Their names contain their hash.
  { path: '/assets/*', headers: forOneYear },
  { path: '/lab/parts/*', headers: forOneYear },
  { path: machineWorkerPath, headers: { 'Content-Security-Policy': machineWorkerPolicy } },
  // React Router's data files are text for its own code.
  { path: '/*.data', headers: { 'Content-Type': 'text/x-script; charset=utf-8' } },
]

/**
 * The headers of a file of the site.
 *
 * @param path the file's path in the site, such as `/assets/app-1a2b.js`
 */
export function responseHeadersFor(path: string): Record<string, string> {
  const matching = headerRules.filter((rule) => new RegExp(`^${patternOf(rule.path)}$`).test(path))
  return Object.assign({ ...defaultHeaders }, ...matching.map(({ headers }) => headers))
}

/** A rule's path as the source of a regular expression. */
export function patternOf(path: string): string {
  return path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
}
