/**
 * Where this site's lab image is, and where a browser keeps it. Learners have the cache by this name: another would
 * download the image again.
 */
export function labImageLocation(): { manifestAddress: string; cacheName: string } {
  return {
    manifestAddress: new URL(`${import.meta.env.BASE_URL}lab/manifest.json`, location.href).href,
    cacheName: 'docker-mastery.lab-image',
  }
}
