import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type ImageManifest, imageManifestSchema } from '../src/image/image-manifest.ts'

/** The folder into which the image builder writes the image, unless `LAB_IMAGE` names another one. */
export const imageFolder = process.env.LAB_IMAGE ?? '.lab/image'

/** The manifest, or undefined if no image was built. Throws if it cannot be read. */
export function readManifest(folder: string): ImageManifest | undefined {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return undefined
  const read = v.safeParse(imageManifestSchema, JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.output
  throw new Error(
    `${file} is not a manifest of this version: ${read.issues[0].message}. Build the image again: npm run lab:image`,
  )
}
