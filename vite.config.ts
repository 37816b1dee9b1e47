import mdx from '@mdx-js/rollup'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { labImage } from './scripts/build/lab-image.ts'
import { mdxOptions } from './scripts/content/mdx-options.ts'
import { content } from './scripts/content/plugin.ts'
import { contentRoot, hasLabs, labImageFolder, site } from './scripts/site.ts'

export default defineConfig({
  base: site.base,
  plugins: [
    content({ root: contentRoot, base: site.base, hasLabs }),
    labImage({ base: site.base, folder: labImageFolder }),
    mdx(mdxOptions),
    tailwindcss(),
    reactRouter(),
  ],
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'framework', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
              ],
            },
          },
        },
      },
    },
  },
  define: { 'import.meta.env.SITE_URL': JSON.stringify(site.url) },
})
