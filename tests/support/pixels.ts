import type { Locator, Page } from '@playwright/test'

/** Two screenshots of an element, as data URLs that a page can decode. */
type Pictures = { before: string; after: string; ring: number }

/**
 * The number of pixels of an element that change by a contrast of 3:1 or more. With `ring`, only a frame of that many
 * pixels around the edge counts.
 */
export async function visibleChange(
  place: Locator,
  change: () => Promise<unknown>,
  { ring = 0 }: { ring?: number } = {},
): Promise<number> {
  const page = place.page()
  const clip = await clipOf(place)
  const before = await picture(page, clip)
  await change()
  const after = await picture(page, clip)
  return countChanged(page, { before, after, ring })
}

type Clip = { x: number; y: number; width: number; height: number }

/** The area of the element and its outline. It stays the same even if the element changes its size. */
async function clipOf(place: Locator): Promise<Clip> {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('the place is not shown')
  const room = 6
  return { x: box.x - room, y: box.y - room, width: box.width + 2 * room, height: box.height + 2 * room }
}

async function picture(page: Page, clip: Clip): Promise<string> {
  const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  return png.toString('base64')
}

/** Uses a blank page, because the site's policy does not allow images that a script creates. */
async function countChanged(page: Page, pictures: Pictures): Promise<number> {
  const blank = await page.context().newPage()
  const count = await blank.evaluate(async ({ before, after, ring }) => {
    const luminances = async (png: string) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      const linear = (at: number) => {
        const part = (data[at] ?? 0) / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      }
      const pixels = Array.from({ length: data.length / 4 }, (_, pixel) => {
        const at = pixel * 4
        return 0.2126 * linear(at) + 0.7152 * linear(at + 1) + 0.0722 * linear(at + 2)
      })
      return { pixels, width: bitmap.width, height: bitmap.height }
    }
    const [one, other] = await Promise.all([luminances(before), luminances(after)])
    const { width, height } = one
    return one.pixels.filter((luminance, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      if (ring > 0 && Math.min(x, y, width - 1 - x, height - 1 - y) >= ring) return false
      const [low = 0, high = 0] = [luminance, other.pixels[at] ?? 0].toSorted((a, b) => a - b)
      return (high + 0.05) / (low + 0.05) >= 3
    }).length
  }, pictures)
  await blank.close()
  return count
}
