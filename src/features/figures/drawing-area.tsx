import type { ReactNode } from 'react'

/**
 * The size of a drawing area. Every figure is drawn in both sizes, and a container query shows one of them
 * (styles/figures.css), so that text is at least 11 px high on a phone and not too large on a wide screen.
 */
export type DrawingSize = { kind: 'narrow' | 'wide'; width: number; fontSize: number }

export const drawingSizes: readonly DrawingSize[] = [
  { kind: 'narrow', width: 308, fontSize: 12 },
  { kind: 'wide', width: 600, fontSize: 13 },
]

/** Hidden from assistive technology, because the plate's description says the same. */
export function Drawing({
  size,
  height,
  children,
}: {
  size: DrawingSize
  height: number
  children: ReactNode
}) {
  return (
    <svg
      viewBox={`0 0 ${size.width} ${height}`}
      fontSize={size.fontSize}
      preserveAspectRatio="xMinYMin"
      aria-hidden="true"
      className={`plate-drawing plate-${size.kind}`}
    >
      {children}
    </svg>
  )
}
