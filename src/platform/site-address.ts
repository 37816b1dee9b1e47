/**
 * The full address of this site, with a final slash. Where pages are prerendered it is the one that the build was told;
 * in a browser it is the one that the reader came by.
 */
export function siteAddress(isInBrowser: boolean): string {
  const origin = isInBrowser ? location.origin : import.meta.env.SITE_URL
  return `${origin}${import.meta.env.BASE_URL}`
}
