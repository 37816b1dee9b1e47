import { commonHeaders, headerRules } from './response-headers.ts'

/**
 * A `_headers` file for Netlify and Cloudflare Pages. Both revalidate every file unless a rule says otherwise
 * (`max-age=0, must-revalidate`), so `no-cache` is omitted: Cloudflare would combine it with the value of a later rule.
 */
export function headersFile(base: string): string {
  return [
    '# Written by the build from scripts/build/response-headers.ts.',
    rule(`${base}*`, commonHeaders),
    // By default Cloudflare lets every site read the files. Netlify skips a line without a colon.
    '  ! Access-Control-Allow-Origin',
    ...headerRules.map(({ path, headers }) => rule(base + path.slice(1), headers)),
    '',
  ].join('\n')
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
}
