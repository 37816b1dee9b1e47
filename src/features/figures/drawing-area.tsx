import type { ReactNode } from 'react'

/**
 * What a drawing is drawn on. Both sheets are in the page and a container query shows one (styles/figures.css),
 * so that letters stay at least 11 px high on a phone and do not grow into a poster on a wide page.
 */
export type DrawingSize = { kind: 'narrow' | 'wide'; width: number; letter: number }

export const drawingSizes: readonly DrawingSize[] = [
  { kind: 'narrow', width: 308, letter: 12 },
  { kind: 'wide', width: 600, letter: 13 },
]

/** Hidden from assistive technology: the plate's sentence says the same. */
export function Drawing({
  sheet,
  height,
  children,
}: {
  sheet: DrawingSize
  height: number
  children: ReactNode
}) {
  return (
    <svg
      viewBox={`0 0 ${sheet.width} ${height}`}
      fontSize={sheet.letter}
      preserveAspectRatio="xMinYMin"
      aria-hidden="true"
      className={`plate-drawing plate-${sheet.kind}`}
    >
      {children}
    </svg>
  )
}
