import type { ITheme } from '@xterm/xterm'

/** The page's design tokens as a terminal theme, for the current theme. */
export function terminalTheme(): ITheme {
  const token = createTokenReader()
  const [ink, paper, softInk, ruleColor] = [
    token('ink'),
    token('paper-raised'),
    token('ink-soft'),
    token('rule'),
  ]
  const [red, green, yellow, blue] = [token('incorrect'), token('correct'), token('caution'), token('accent')]
  return {
    background: paper,
    foreground: ink,
    cursor: blue,
    cursorAccent: paper,
    selectionBackground: token('mark'),
    selectionForeground: ink,
    black: ink,
    brightBlack: softInk,
    white: softInk,
    brightWhite: ink,
    red,
    brightRed: red,
    green,
    brightGreen: green,
    yellow,
    brightYellow: yellow,
    blue,
    brightBlue: blue,
    magenta: token('incorrect'),
    brightMagenta: token('incorrect'),
    cyan: blue,
    brightCyan: blue,
    scrollbarSliderBackground: ruleColor,
    scrollbarSliderHoverBackground: softInk,
    scrollbarSliderActiveBackground: softInk,
  }
}

/** A terminal needs #rrggbb, but tokens are oklch inside light-dark(). A canvas computes the final color. */
function createTokenReader(): (name: string) => string {
  const probe = document.createElement('span')
  document.body.append(probe)
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  queueMicrotask(() => probe.remove())
  return (name) => {
    probe.style.color = `var(--${name})`
    if (!context) return '#808080'
    context.fillStyle = getComputedStyle(probe).color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }
}
