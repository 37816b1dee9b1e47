/**
 * The address of the lab image and the name of its cache. Do not rename the cache: learners would have to download
 * the image again.
 */
export function labImageLocation(): { manifestAddress: string; cacheName: string } {
  return {
    manifestAddress: new URL(`${import.meta.env.BASE_URL}lab/manifest.json`, location.href).href,
    cacheName: 'docker-mastery.lab-image',
  }
}
