import { type ImageProgress, parseImageProgress } from '#domain/lab/image-progress.ts'

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

/** The progress of a site that is getting the image. Rejects if the site does not respond. */
export async function readImageProgress(): Promise<ImageProgress> {
  const address = new URL(`${import.meta.env.BASE_URL}lab/progress.json`, location.href).href
  const response = await fetch(address, { cache: 'no-store' })
  return response.ok ? parseImageProgress(await response.text()) : null
}
