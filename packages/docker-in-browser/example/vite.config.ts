import { defineConfig } from 'vite'

/** Serves the example, and the image that `npm run lab:image` built, at /image/. */
export default defineConfig({ root: import.meta.dirname, publicDir: '../../../.lab' })
