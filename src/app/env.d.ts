/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The public address of the site without a final slash, from SITE_URL at build time. */
  readonly SITE_URL: string
  /** The piece that a build for `npm run bench:navigation` omits. */
  readonly LEFT_OUT: typeof import('#domain/navigation-pieces.ts').navigationPieces[number] | ''
}
