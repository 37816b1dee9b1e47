import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { imageFolder } from 'docker-in-browser/image-folder'
import { defineConfig } from 'vite'
import { importChunkPlugin } from './scripts/build/import-chunk.ts'
import { labImagePlugin } from './scripts/build/lab-image.ts'
import { ownDockerPlugin } from './scripts/build/own-docker.ts'
import { type ModuleGraph, pageChunk } from './scripts/build/page-chunks.ts'
import { contentPlugin } from './scripts/content/index.ts'
import { contentRoot, siteConfig } from './scripts/site-config.ts'

export default defineConfig({
  base: siteConfig.base,
  plugins: [
    contentPlugin({ root: contentRoot, base: siteConfig.base }),
    labImagePlugin({ base: siteConfig.base, folder: imageFolder }),
    ownDockerPlugin({ base: siteConfig.base, root: contentRoot }),
    importChunkPlugin(),
    tailwindcss(),
    reactRouter(),
  ],
  worker: { format: 'es' },
  // Pages are prerendered through this server. In a container, `localhost` may be another address for it than for its client.
  preview: { host: '127.0.0.1' },
  // Finds the packages of all pages when the server starts. One that is found only while an author’s first page loads
  // would make the other requests of that page fail until a reload.
  optimizeDeps: { entries: ['src/**/*.{ts,tsx}'] },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                {
                  name: 'framework',
                  test: /node_modules\/(react|react-dom|react-router|scheduler|zustand)\//,
                },
                // Two groups, because what a group's modules import follows them, unless an earlier group has it.
                ...(['every-page', 'every-lesson'] as const).map((chunk) => ({
                  name: (id: string, graph: ModuleGraph) => (pageChunk(id, graph) === chunk ? chunk : null),
                  debugName: chunk,
                })),
              ],
            },
          },
        },
      },
    },
  },
  define: {
    'import.meta.env.SITE_URL': JSON.stringify(siteConfig.url),
    // A constant, so that the bundler removes the checks from a complete build.
    'import.meta.env.OMITTED_OPTIMIZATION': JSON.stringify(process.env.OMITTED_OPTIMIZATION ?? ''),
  },
})
