/**
 * The full address of this site, with a final slash: at build time the configured one, in a browser the one that the
 * reader used.
 */
export function siteAddress(isInBrowser: boolean): string {
  const origin = isInBrowser ? location.origin : import.meta.env.SITE_URL
  return `${origin}${import.meta.env.BASE_URL}`
}
