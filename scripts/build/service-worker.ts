import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { OfflineManifest } from '#domain/offline/manifest.ts'

/** Builds the service worker with the offline manifest and the list of files that it caches once a lab was started. */
export async function writeServiceWorker(
  folder: string,
  manifest: OfflineManifest,
  labCode: string[],
): Promise<void> {
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
      'self.__OFFLINE': JSON.stringify(manifest),
      'self.__LAB_CODE': JSON.stringify(labCode),
    },
  })
  const [output] = Array.isArray(bundle) ? bundle : [bundle]
  if (!output || !('output' in output)) throw new Error('Vite returned no code for the service worker.')
  writeFileSync(join(folder, 'sw.js'), output.output[0].code)
}
