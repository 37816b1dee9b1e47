import { strToU8, type Zippable, zipSync } from 'fflate'
import { filesOnDisk, shopFilesAt, shopReadme, shopSteps } from '../content/index.ts'

/** The earliest date of the ZIP format, so that the same files always give the same bytes. */
const mtime = new Date(1980, 0, 1)
const unix = 3

/** The shop as readers download it: its README, and a folder for each step with all files of that step. */
export function shopArchive(contentRoot: string): Uint8Array {
  const content = filesOnDisk(contentRoot)
  const steps = shopSteps(content).flatMap((step) =>
    (shopFilesAt(content, step) ?? []).map(({ path, text }): [string, string] => [`${step}/${path}`, text]),
  )
  const files: [string, string][] = [['README.md', shopReadme(content)], ...steps]
  const entries = files.map(
    ([path, text]): Zippable => ({ [`shop/${path}`]: [strToU8(text), optionsFor(text)] }),
  )
  return zipSync(Object.assign({}, ...entries), { level: 9, mtime })
}

/** Keeps scripts executable. */
function optionsFor(text: string) {
  const mode = text.startsWith('#!') ? 0o100755 : 0o100644
  return { os: unix, attrs: mode << 16 }
}
