import mdx from '@mdx-js/rollup'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { mdxOptions } from './scripts/content/mdx-options.ts'
import { content } from './scripts/content/plugin.ts'
import { contentRoot, site } from './scripts/site.ts'

export default defineConfig({
  base: site.base,
  plugins: [content({ root: contentRoot, base: site.base }), mdx(mdxOptions), tailwindcss(), reactRouter()],
  define: { 'import.meta.env.SITE_URL': JSON.stringify(site.url) },
})
