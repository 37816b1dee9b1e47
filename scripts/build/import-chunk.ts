import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Replaces Vite's own function for `import()`, after which a failed import cannot be retried in Firefox and Safari. */
export function importChunkPlugin(): Plugin {
  const file = resolve('src/content/import-chunk.ts')
  return {
    name: 'import-chunk',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => `export { importChunk as __vitePreload } from ${JSON.stringify(file)}`,
    },
  }
}
