import { drawingSizes } from './drawing-area.tsx'
import { type FigureParts, Plate } from './plate.tsx'

/**
 * `state` is the one that the figure shows, or opens with: the first unless the lesson names another. `isStill` asks for
 * the drawing alone, as a mark in the text has it.
 */
export type FigureProps = { state?: string | undefined; isStill?: boolean }

/** A figure made of its parts. The content check refuses an unknown state; a draft shows the first one. */
export function DrawnFigure<Value>({
  parts,
  state,
  isStill = false,
}: FigureProps & { parts: FigureParts<Value> }) {
  const [narrow] = drawingSizes
  const shown = parts.figureStates.find(({ id }) => id === state) ?? parts.figureStates[0]
  if (!shown || !narrow) return null
  if (isStill) return parts.renderDrawing(narrow, shown.value)
  return <Plate parts={parts} opening={shown.value} />
}
