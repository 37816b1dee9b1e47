import { commonHeaders, documentHeaders, type HeaderRule, headerRules } from './response-headers.ts'

/**
 * A `_headers` file for Netlify and Cloudflare Pages. Both revalidate every file unless a rule says otherwise
 * (`max-age=0, must-revalidate`), so `no-cache` is omitted: Cloudflare would combine it with the value of a later rule.
 */
export function headersFile(base: string): string {
  return [
    '# Written by the build from scripts/build/response-headers.ts.',
    linesOf({ path: '/*', headers: commonHeaders }, base),
    // By default Cloudflare lets every site read the files.
    omit('Access-Control-Allow-Origin'),
    ...headerRules.map((rule) => linesOf(rule, base)),
    '',
  ].join('\n')
}

function linesOf({ path, headers, omitsDocumentHeaders }: HeaderRule, base: string): string {
  return [
    base + path.slice(1),
    ...(omitsDocumentHeaders ? Object.keys(documentHeaders).map(omit) : []),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n')
}

/** Netlify skips a line without a colon, and sends the header. */
function omit(name: string): string {
  return `  ! ${name}`
}
