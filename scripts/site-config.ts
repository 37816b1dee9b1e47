import { resolve } from 'node:path'

/**
 * Where the built site will be served. Both are build settings with defaults: `SITE_BASE` is the path (`/` or
 * `/docker/`), `SITE_URL` the public address with which Open Graph, the sitemap and quiz links start.
 */
export const siteConfig = {
  base: normalizeBasePath(process.env.SITE_BASE ?? '/'),
  url: (process.env.SITE_URL ?? 'http://localhost:4173').replace(/\/$/, ''),
}

/** The folder that contains `content/`, and the folder of the build. Set only by the benchmark of scale. */
export const contentRoot = resolve(process.env.CONTENT_ROOT ?? '.')
export const buildFolder = process.env.BUILD_FOLDER ?? 'build'

function normalizeBasePath(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '/' : `/${inner}/`
}
