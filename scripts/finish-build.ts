import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { imageFolder } from 'docker-in-browser/image-folder'
import { ownDockerfilePath, shopArchivePath } from '#domain/lab/own-docker.ts'
import { paths } from '#domain/paths.ts'
import { compressFiles } from './build/compress.ts'
import { addPolicyMeta } from './build/content-security-policy.ts'
import { headersFile } from './build/headers-file.ts'
import { inlineStyles, linkStyles, movePreloadsToEnd, readStyles } from './build/inline-styles.ts'
import { labOnlyFiles } from './build/lab-code.ts'
import { addLabImage } from './build/lab-image.ts'
import { listFiles } from './build/list-files.ts'
import { nginxConfig } from './build/nginx-config.ts'
import { addBuildId, buildId, createOfflineManifest, totalBytes } from './build/offline-manifest.ts'
import { labsDockerfile } from './build/own-docker.ts'
import { writeServiceWorker } from './build/service-worker.ts'
import { shopArchive } from './build/shop-archive.ts'
import { sitemap } from './build/sitemap.ts'
import { pageAddresses } from './page-addresses.ts'
import { buildFolder, contentRoot, siteConfig } from './site-config.ts'

/** The last step of `npm run build`: adds what a static host needs in addition to the prerendered pages. */
const out = `${buildFolder}/client`

// React Router writes pages below the base path, and Vite writes assets outside it. A host serves the folder itself at
// the base path, so the pages are moved up.
if (siteConfig.base !== '/') {
  // Without a home page in this folder, React Router has written its fallback page for all addresses under that name.
  renameSync(join(out, 'index.html'), join(out, '__spa-fallback.html'))
  cpSync(join(out, siteConfig.base), out, { recursive: true })
  rmSync(join(out, siteConfig.base), { recursive: true })
}
const pages = listFiles(out).filter((file) => file.endsWith('.html'))
const styles = readStyles(out)
const build = buildId(out)
const notFound = join(out, '404/index.html')
const storedByEveryVisitor = [join(out, '__spa-fallback.html'), notFound]
for (const page of pages) {
  const html = movePreloadsToEnd(readFileSync(page, 'utf8'))
  const styled = storedByEveryVisitor.includes(page)
    ? linkStyles(html, `${siteConfig.base}assets/${styles.name}`)
    : inlineStyles(html, styles.text)
  writeFileSync(page, addPolicyMeta(addBuildId(styled, build)))
}

if (existsSync(notFound)) {
  copyFileSync(notFound, join(out, '404.html'))
  rmSync(join(out, '404'), { recursive: true })
}
const all = pageAddresses(contentRoot).filter((address) => address !== paths.notFound())
const addresses = all.filter((address) => address !== paths.quizLinkPage())
writeFileSync(join(out, 'sitemap.xml'), sitemap(addresses, siteConfig))
writeFileSync(
  join(out, 'robots.txt'),
  `User-agent: *\nAllow: /\nSitemap: ${siteConfig.url}${siteConfig.base}sitemap.xml\n`,
)
const labFiles = labOnlyFiles(out)
const manifest = createOfflineManifest(out, build, all, labFiles)
await writeServiceWorker(out, manifest, labFiles)
writeFileSync(join(out, 'offline.json'), JSON.stringify({ bytes: totalBytes(manifest) }))
const dockerfile = join(out, ownDockerfilePath)
mkdirSync(dirname(dockerfile), { recursive: true })
writeFileSync(dockerfile, labsDockerfile(contentRoot))
writeFileSync(join(out, shopArchivePath), shopArchive(contentRoot))
// The tests’ second build skips this, which takes half of its time.
if (process.env.PRECOMPRESS !== 'none') await compressFiles(listFiles(out))
// After the two above: labs cache the machine themselves, and its parts are already compressed.
const parts = await addLabImage(imageFolder, out)
writeFileSync(join(out, '_headers'), headersFile(siteConfig.base))
writeFileSync(join(buildFolder, 'nginx.conf'), nginxConfig(siteConfig.base, listFiles(out)))
console.log(
  `${pages.length} pages finished in ${out}; ${(totalBytes(manifest) / 1e6).toFixed(1)} MB available for offline use; ${parts === 0 ? 'no lab image' : `a lab image of ${parts} parts`}`,
)
