import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { allParts, imageFilePath } from 'docker-in-browser/image'
import { readManifest } from 'docker-in-browser/image-folder'
import { downloadFile } from './download-file.ts'

/** The SHA256SUMS line of a release’s lab-image.tar. */
const hashFile = 'lab-image.sha256'

/** The hash that a download must have: `given`, or the one in the repository. */
export function expectedHash(given: string | undefined, sums: string | undefined): string {
  const hash = given ?? /^([0-9a-f]{64}) [ *]lab-image\.tar$/im.exec(sums ?? '')?.[1]
  if (hash !== undefined && /^[0-9a-f]{64}$/i.test(hash)) return hash.toLowerCase()
  throw new Error(
    given === undefined
      ? `The hash of what LAB_IMAGE_URL names is not known. Set LAB_IMAGE_SHA256 to the one that the release’s SHA256SUMS has for lab-image.tar, or put that line into ${hashFile}.`
      : 'LAB_IMAGE_SHA256 must be a SHA-256 hash: 64 hexadecimal digits.',
  )
}

type ReleaseImage = {
  address: string
  givenHash: string | undefined
  /** The folder of the image. */
  folder: string
  /** The folder of the download until it is complete. */
  cache: string
  onProgress: (loaded: number, total: number | undefined) => void
  attempts?: number
  pauseMillis?: number
}

/**
 * Downloads the image of a release, a tar of its manifest and parts, and moves it into its folder when it is complete.
 */
export async function installReleaseImage(options: ReleaseImage): Promise<void> {
  const { folder, cache, givenHash, ...download } = options
  const sums = existsSync(hashFile) ? readFileSync(hashFile, 'utf8') : undefined
  const sha256 = expectedHash(givenHash, sums)
  const file = join(cache, `lab-image-${sha256.slice(0, 16)}.tar`)
  await downloadFile({ ...download, sha256, file })

  const unpacked = `${folder}.new`
  rmSync(unpacked, { recursive: true, force: true })
  mkdirSync(unpacked, { recursive: true })
  const { status, error } = spawnSync('tar', ['-xf', resolve(file)], { cwd: unpacked, stdio: 'inherit' })
  if (status !== 0)
    throw new Error(
      `${file} could not be unpacked${error ? `: ${error.message}` : ''}. Is the program tar installed?`,
    )
  const manifest = readManifest(unpacked)
  const missing =
    manifest && allParts(manifest).find((part) => !existsSync(join(unpacked, imageFilePath(part))))
  if (!manifest || missing)
    throw new Error(
      `${options.address} is not a whole image of the labs: it lacks ${missing ? imageFilePath(missing) : 'manifest.json'}.`,
    )
  mkdirSync(dirname(folder), { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unpacked, folder)
  rmSync(file)
}
