import { drawingSizes } from './drawing-area.tsx'
import { type FigureDefinition, Plate } from './plate.tsx'

/**
 * `state` is the state that the figure shows or starts in: the first one unless the lesson names another. `isStill`
 * renders only the drawing, without controls, for a mark in the text.
 */
export type FigureProps = { state?: string | undefined; isStill?: boolean }

/** A figure with its definition. The content check rejects an unknown state; a draft shows the first one. */
export function DrawnFigure<Value>({
  definition,
  state,
  isStill = false,
}: FigureProps & { definition: FigureDefinition<Value> }) {
  const [narrow] = drawingSizes
  const shown = definition.figureStates.find(({ id }) => id === state) ?? definition.figureStates[0]
  if (!shown || !narrow) return null
  if (isStill) return definition.renderDrawing(narrow, shown.value)
  return <Plate definition={definition} initialValue={shown.value} />
}
