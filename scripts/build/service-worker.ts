import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { getManifest } from 'workbox-build'
import { hasLabs } from '../site.ts'
import { labCode } from './lab-code.ts'

/** Builds the service worker with the lists of the site's files: what is kept at once, and what with a lab. */
export async function writeServiceWorker(folder: string): Promise<{ files: number; bytes: number }> {
  const labFiles = hasLabs ? labCode(folder) : []
  const { manifestEntries, count, size } = await getManifest({
    globDirectory: folder,
    globPatterns: ['**/*.{html,data,js,css,json,woff2,svg,png,webmanifest}'],
    // The machine of the labs is kept by its own cache, and only when a learner starts it.
    globIgnores: ['**/__spa-fallback.html', '404.html', 'lab/**', ...labFiles],
    // Files below assets/ carry their hash in their name.
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: 4_000_000,
  })
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: {
        entry: 'src/service-worker/service-worker.ts',
        formats: ['iife'],
        name: 'worker',
        fileName: 'sw',
      },
    },
    define: {
      'self.__WB_MANIFEST': JSON.stringify(manifestEntries),
      'self.__LAB_CODE': JSON.stringify(labFiles),
      'process.env.NODE_ENV': '"production"',
    },
  })
  const [output] = Array.isArray(bundle) ? bundle : [bundle]
  if (!output || !('output' in output)) throw new Error('the service worker was not built')
  writeFileSync(join(folder, 'sw.js'), output.output[0].code)
  return { files: count, bytes: size }
}
