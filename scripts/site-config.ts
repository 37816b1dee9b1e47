import { resolve } from 'node:path'

/**
 * Where the built site will stand. Both are build settings with defaults:
 * `SITE_BASE` is the path it is served under (`/` or `/docker/`), `SITE_URL` the public address that
 * Open Graph, the sitemap and quiz links start with.
 */
export const siteConfig = {
  base: normalizeBasePath(process.env.SITE_BASE ?? '/'),
  url: (process.env.SITE_URL ?? 'http://localhost:4173').replace(/\/$/, ''),
}

/** The folder that holds `content/`, and where the build goes. Set only by the benchmark of scale. */
export const contentRoot = resolve(process.env.CONTENT_ROOT ?? '.')
export const buildFolder = process.env.BUILD_FOLDER ?? 'build'

function normalizeBasePath(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '/' : `/${inner}/`
}
