import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Contrast of the design tokens in sRGB by WCAG 2.2: criterion 1.4.3 for text, 1.4.11 for everything else. */
type Rgb = [number, number, number]
type Theme = 'light' | 'dark'

const themes: Theme[] = ['light', 'dark']
const areas = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((area) => `area-${area}`)
const papers = ['paper', 'paper-raised', 'paper-sunk']
const tintedPapers = ['accent-paper', 'correct-paper', 'incorrect-paper', 'caution-paper']

const textPairs: [text: string[], background: string[]][] = [
  [
    ['ink', 'ink-soft'],
    [...papers, ...tintedPapers],
  ],
  [['ink'], ['mark']],
  [['accent', 'correct', 'incorrect', 'caution', ...areas], papers],
  [['correct'], ['correct-paper']],
  [['incorrect'], ['incorrect-paper']],
  [['caution'], ['caution-paper']],
  [['on-accent'], ['accent']],
]

/** Borders of fields, focus rings, marks of the current or selected element, bars and tracks, strokes of figures. */
const shapePairs: [shape: string[], background: string[]][] = [
  [['rule-strong'], papers],
  [['accent'], [...papers, ...tintedPapers]],
  [['correct', 'incorrect', 'caution'], papers],
  [['correct'], ['correct-paper']],
  [['incorrect'], ['incorrect-paper']],
  [['caution'], ['caution-paper']],
  [[...areas, 'ink-soft'], ['rule']],
  [areas, papers],
]

/** Decoration, and lines between parts that are separate without them. */
const decorations = ['rule']

const tokens = readTokens(readFileSync('src/styles/tokens.css', 'utf8'))

describe.each(themes)('in %s', (theme) => {
  test.each(pairsOf(textPairs))('%s on %s can be read', (text, background) => {
    expect(contrast(text, background, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairsOf(shapePairs))('%s on %s can be seen', (shape, background) => {
    expect(contrast(shape, background, theme)).toBeGreaterThanOrEqual(3)
  })

  test.each(papers)('body text on %s has a contrast of 7:1', (paper) => {
    expect(contrast('ink', paper, theme)).toBeGreaterThanOrEqual(7)
  })

  test.each(areas)('text on a tint of %s can be read', (area) => {
    // Figures use this opacity for tints (fill-area/12).
    const tint = blend(colorOf(area, theme), colorOf('paper', theme), 0.12)
    for (const text of ['ink', 'ink-soft']) {
      expect(ratio(colorOf(text, theme), tint), text).toBeGreaterThanOrEqual(4.5)
    }
  })
})

test('every color token is in one of the pairs above', () => {
  const paired = [...textPairs, ...shapePairs].flat(2)
  const left = [...tokens.keys()].filter((token) => ![...paired, ...decorations].includes(token))
  expect(left).toEqual([])
})

test('each tint has the opacity that is tested', () => {
  const sources = globSync('src/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
  const tints = sources.flatMap((source) => source.match(/\b(?:bg|fill)-[a-z-]+\/\d+/g) ?? [])
  expect([...new Set(tints)]).toEqual(['fill-area/12'])
})

test('black on white is 21:1, and OKLCH converts to sRGB as in the specification’s example', () => {
  expect(ratio([0, 0, 0], [1, 1, 1])).toBeCloseTo(21)
  // The example in CSS Color 4: #7d2329 is oklch(40.1% 0.123 21.57).
  const red = toRgb(0.40101, 0.12332, 21.555).map((part) => Math.round(part * 255))
  expect(red).toEqual([0x7d, 0x23, 0x29])
})

function pairsOf(table: [string[], string[]][]): [string, string][] {
  return table.flatMap(([fronts, backs]) =>
    fronts.flatMap((front) => backs.map((back) => [front, back] as [string, string])),
  )
}

function readTokens(css: string): Map<string, Record<Theme, Rgb>> {
  const color = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  const found = css.matchAll(
    new RegExp(String.raw`(?:\[data-area="(\d)"\] \{\s*)?--([a-z-]+): light-dark\(${color}, ${color}\)`, 'g'),
  )
  return new Map(
    [...found].map(([, area, name = '', ...parts]) => {
      const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = parts.map(Number)
      return [area ? `${name}-${area}` : name, { light: toRgb(l1, c1, h1), dark: toRgb(l2, c2, h2) }]
    }),
  )
}

function colorOf(token: string, theme: Theme): Rgb {
  const color = tokens.get(token)?.[theme]
  if (!color) throw new Error(`tokens.css has no ${token}`)
  return color
}

function contrast(front: string, back: string, theme: Theme): number {
  return ratio(colorOf(front, theme), colorOf(back, theme))
}

function ratio(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function blend(front: Rgb, back: Rgb, share: number): Rgb {
  return front.map((part, at) => part * share + (back[at] ?? 0) * (1 - share)) as Rgb
}

/** Converts OKLCH to sRGB with the matrices of CSS Color 4, and clips colors outside sRGB, as browsers do. */
function toRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return linear.map((part) => {
    const clipped = Math.min(1, Math.max(0, part))
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
  }) as Rgb
}
