import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCompressible } from '../build/compress.ts'
import { contentTypeOf } from '../build/resolve-site-file.ts'
import { documentHeaders, responseHeadersFor } from '../build/response-headers.ts'
import type { HostProbe } from './host-probes.ts'

type HostResponse = { status: number; headers: Headers; body: Buffer }

/** The differences in meaning between a host’s response and that of our own server. */
export async function hostDifferences(host: string, folder: string, probe: HostProbe): Promise<string[]> {
  const response = await fetch(host.replace(/\/$/, '') + probe.address, {
    headers: { 'Accept-Encoding': 'br, gzip' },
  })
  const received = {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  }
  return differencesOf(received, readFileSync(join(folder, probe.path)), probe)
}

export function differencesOf(
  { status, headers, body }: HostResponse,
  file: Buffer,
  probe: HostProbe,
): string[] {
  const expected: Record<string, string> = {
    'Content-Type': contentTypeOf(probe.path),
    ...responseHeadersFor(probe.path),
  }
  // Some hosts send a missing file with the type of its extension. No page shows the response to a missing data file.
  if (probe.address !== probe.path && probe.address.endsWith('.data')) delete expected['Content-Type']
  // Some hosts apply the rules for the missing file’s address instead of those for the 404 page.
  const sentForAddress = responseHeadersFor(probe.address)
  for (const name of Object.keys(documentHeaders)) if (!(name in sentForAddress)) delete expected[name]
  const differences: string[] = []
  const compare = (name: string, expectedValue: unknown, actual: unknown) => {
    if (expectedValue !== actual) differences.push(`${name}: expected ${expectedValue}, got ${actual}`)
  }
  compare('status', probe.status, status)
  for (const [name, value] of Object.entries(expected))
    compare(name, meaningOf(name, value), meaningOf(name, headers.get(name) ?? ''))
  compare('Access-Control-Allow-Origin', null, headers.get('access-control-allow-origin'))
  // If a host changes a page, the page violates its own policy, and the offline copy rejects it.
  if (!body.equals(file)) differences.push('body: the host changed the file')
  if (isCompressible(probe.path) && !/^(br|gzip|zstd)$/.test(headers.get('content-encoding') ?? ''))
    differences.push('Content-Encoding: expected br or gzip, got none')
  return differences
}

/** Values that have the same effect in a browser get the same text. */
function meaningOf(header: string, value: string): string {
  if (header === 'Cache-Control') {
    if (/no-cache|no-store|max-age=0/.test(value)) return 'ask again'
    return /max-age=31536000/.test(value) ? 'keep for one year' : value
  }
  if (header === 'Content-Type')
    return value
      .replace(/ *;.*/, '')
      .replace('application/javascript', 'text/javascript')
      .replace('text/xml', 'application/xml')
  // Policies are separated by commas, and all of them apply. This one affects documents only.
  if (header === 'Content-Security-Policy' && value.includes('default-src'))
    return value.replace("frame-ancestors 'none', ", '')
  return value
}
