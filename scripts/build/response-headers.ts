import { readFileSync } from 'node:fs'
import { machineWorker, machineWorkerPolicy, readPolicy } from './content-security-policy.ts'

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

/** Sent with every response, errors included. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': disabledFeatures.map((power) => `${power}=()`).join(', '),
}

/** For responses that are no file of the site and show nothing but a sentence. */
export const plainTextHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}

/**
 * What a file of the site is sent with.
 *
 * @param file the file on disk, uncompressed: a page carries its policy in itself
 * @param path the file's path in the site, such as `/assets/app-1a2b.js`
 */
export function responseHeadersFor(file: string, path: string): Record<string, string> {
  const policy = policyOfFile(file, path)
  return {
    ...commonHeaders,
    'Cache-Control': hasHashedName(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(policy && { 'Content-Security-Policy': policy }),
  }
}

function hasHashedName(path: string): boolean {
  return /^\/(assets|lab\/parts)\//.test(path)
}

function policyOfFile(file: string, path: string): string | undefined {
  if (machineWorker.test(path)) return machineWorkerPolicy
  if (!path.endsWith('.html')) return undefined
  // `frame-ancestors` works in a header only.
  return `${readPolicy(readFileSync(file, 'utf8')) ?? "default-src 'none'"}; frame-ancestors 'none'`
}
