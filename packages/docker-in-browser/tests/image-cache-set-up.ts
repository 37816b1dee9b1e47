import { type ImageCacheOptions, openImageCache } from '../src/worker/image-cache.ts'
import { fakeImage, manifestAddress } from '../testing/fake-image.ts'
import { fakeWeb } from '../testing/fake-web.ts'

export const location = { manifestAddress, cacheName: 'images' }

export function setUp() {
  const image = fakeImage()
  const web = fakeWeb(image.files)
  const open = (options: Partial<ImageCacheOptions> = {}) => openImageCache({ ...location, ...options })
  return { ...image, web, open }
}

export const requestedParts = (requests: string[]) =>
  requests.filter((address) => address !== manifestAddress)
