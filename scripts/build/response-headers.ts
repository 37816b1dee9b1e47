import { machineWorkerPath, machineWorkerPolicy } from './content-security-policy.ts'

/** Powers of the browser that no page of the course uses, so no script that got into one can. */
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

/** Sent with every response, errors included. A page carries the rest of its policy in itself. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': disabledFeatures.map((power) => `${power}=()`).join(', '),
  // The one directive that matters here and that works in a header only.
  'Content-Security-Policy': "frame-ancestors 'none'",
}

/** For responses that are no file of the site and show nothing but a sentence. */
export const plainTextHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

/** `*` in a path stands for any text. */
export type HeaderRule = { path: string; headers: Readonly<Record<string, string>> }

/** What files are sent with that no rule below says otherwise for. */
export const defaultHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Cache-Control': 'no-cache',
}

const forOneYear = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/**
 * What other files are sent with: the one source of our own server's headers and of the settings for other hosts.
 * No path matches two rules that set the same header, because hosts disagree on which of them counts.
 */
export const headerRules: readonly HeaderRule[] = [
  // Their names carry their hash.
  { path: '/assets/*', headers: forOneYear },
  { path: '/lab/parts/*', headers: forOneYear },
  { path: machineWorkerPath, headers: { 'Content-Security-Policy': machineWorkerPolicy } },
  // React Router's data files are text that only its own code reads.
  { path: '/*.data', headers: { 'Content-Type': 'text/x-script; charset=utf-8' } },
]

/**
 * What a file of the site is sent with.
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
