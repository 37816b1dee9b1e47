import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { imageFolder } from 'docker-in-browser/image-folder'
import { defineConfig } from 'vite'
import { labImagePlugin } from './scripts/build/lab-image.ts'
import { ownDockerPlugin } from './scripts/build/own-docker.ts'
import { contentPlugin } from './scripts/content/index.ts'
import { contentRoot, siteConfig } from './scripts/site-config.ts'

export default defineConfig({
  base: siteConfig.base,
  plugins: [
    contentPlugin({ root: contentRoot, base: siteConfig.base }),
    labImagePlugin({ base: siteConfig.base, folder: imageFolder }),
    ownDockerPlugin({ base: siteConfig.base, root: contentRoot }),
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
                // What every page needs, in one file, which is smaller than a dozen.
                {
                  name: 'every-page',
                  test: /src\/(app\/(page-meta|layout\/(?!restore-focus)|navigation\/(?!instant|lesson-prefetch|hidden))|content\/lesson-chunks|domain\/paths|features\/(search\/search-launcher|role-lens|offline\/update-notice|progress\/storage-banner)|platform\/(diagnose-load-failure|clipboard)|store\/(load-with-retry|bookmarks|role|settings|progress|save-status)|ui\/(button|copy-button|replay-early-events|use-is-hydrated|icon|inline-text|jsx-runtime|use-focus-restoration|keyboard|language-name|load-failure-notice|page-link|after-paint|panel|synopsis|table-scroller|wrap-text-nodes))/,
                },
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
