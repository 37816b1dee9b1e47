import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/**
 * `npm run subset-fonts`: cuts the two faces of the site from Source Serif 4 into src/styles/fonts/.
 * One variable text face, weights 400 to 700, and one display cut (optical size 60) for titles and
 * numerals, together under 45 KB. Run it when the set of letters changes; the result is committed.
 */
const require = createRequire(import.meta.url)
const family = dirname(require.resolve('@fontsource-variable/source-serif-4/package.json'))
const source = (face: string) =>
  readFileSync(join(family, 'files', `source-serif-4-latin-${face}-normal.woff2`))

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))
const textLetters = `${ascii}\u00a0©«®°±²³·¹»¼½¾×÷ÄÅÇÉÑÖÜßàáâäåçèéêëìíîïñòóôöøùúûüœ–—‘’‚“”„†•…‰€™←→↑↓−≈≠≤≥`
const displayLetters = `${ascii}–—‘’“”…é`

const faces = [
  { name: 'source-serif-text', face: 'wght', letters: textLetters, axes: { wght: { min: 400, max: 700 } } },
  { name: 'source-serif-display', face: 'opsz', letters: displayLetters, axes: { wght: 600, opsz: 60 } },
]

mkdirSync('src/styles/fonts', { recursive: true })
for (const { name, face, letters, axes } of faces) {
  const font = await subsetFont(source(face), letters, { targetFormat: 'woff2', variationAxes: axes })
  writeFileSync(`src/styles/fonts/${name}.woff2`, font)
  console.log(`${name}.woff2 ${font.length} bytes`)
}
