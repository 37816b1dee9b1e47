import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFiles } from './build/compress.ts'
import { addPolicy } from './build/content-security-policy.ts'
import { filesBelow } from './build/files.ts'
import { hintScriptsLast, inlineStyles, readStyles } from './build/inline-styles.ts'
import { labCode } from './build/lab-code.ts'
import { placeLabImage } from './build/lab-image.ts'
import { addBuildId, buildId, bytesOf, offlineManifest } from './build/offline-manifest.ts'
import { writeServiceWorker } from './build/service-worker.ts'
import { sitemap } from './build/sitemap.ts'
import { pageAddresses } from './pages.ts'
import { buildFolder, contentRoot, hasLabs, labImageFolder, site } from './site.ts'

/** The last step of `npm run build`: what a static host needs beside the pages that were prerendered. */
const out = `${buildFolder}/client`

// React Router writes pages below the base path, Vite writes assets beside it. A host serves the folder
// itself at the base path, so the pages move up.
if (site.base !== '/') {
  cpSync(join(out, site.base), out, { recursive: true })
  rmSync(join(out, site.base), { recursive: true })
}
const pages = filesBelow(out).filter((file) => file.endsWith('.html'))
const styles = readStyles(out)
const build = buildId(out)
for (const page of pages) {
  const html = hintScriptsLast(readFileSync(page, 'utf8'))
  writeFileSync(page, addPolicy(addBuildId(inlineStyles(html, styles), build)))
}

const notFound = join(out, '404/index.html')
if (existsSync(notFound)) {
  copyFileSync(notFound, join(out, '404.html'))
  rmSync(join(out, '404'), { recursive: true })
}
const all = pageAddresses(contentRoot).filter((address) => address !== '/404')
const addresses = all.filter((address) => address !== '/a')
writeFileSync(join(out, 'sitemap.xml'), sitemap(addresses, site))
writeFileSync(
  join(out, 'robots.txt'),
  `User-agent: *\nAllow: /\nSitemap: ${site.url}${site.base}sitemap.xml\n`,
)
const labFiles = hasLabs ? labCode(out) : []
const manifest = offlineManifest(out, build, all, labFiles)
await writeServiceWorker(out, manifest, labFiles)
writeFileSync(join(out, 'offline.json'), JSON.stringify({ bytes: bytesOf(manifest) }))
compressFiles(filesBelow(out))
// After the two above: the machine is kept by the lab itself, and its parts are compressed already.
const parts = placeLabImage(labImageFolder, out)
if (parts > 0) compressFiles([join(out, 'lab/manifest.json')])
console.log(
  `${pages.length} pages finished in ${out}; ${(bytesOf(manifest) / 1e6).toFixed(1)} MB can be kept for offline use; ${parts === 0 ? 'no lab image' : `a lab image of ${parts} parts`}`,
)
