/**
 * Where the built site will stand. Both are build settings with defaults:
 * `SITE_BASE` is the path it is served under (`/` or `/docker/`), `SITE_URL` the public address that
 * Open Graph, the sitemap and quiz links start with.
 */
export const site = {
  base: withSlashes(process.env.SITE_BASE ?? '/'),
  url: (process.env.SITE_URL ?? 'http://localhost:4173').replace(/\/$/, ''),
}

function withSlashes(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '/' : `/${inner}/`
}
