/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The public address of the site without a final slash, from SITE_URL at build time. */
  readonly SITE_URL: string
  /** The optimization that a build for `npm run bench:navigation` omits. */
  readonly OMITTED_OPTIMIZATION:
    | typeof import('#domain/navigation-optimizations.ts').navigationOptimizations[number]
    | ''
}
