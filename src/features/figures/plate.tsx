import { Fragment, type ReactNode, useState } from 'react'
import { type FigureId, figures } from '#domain/figures/figure-ids.ts'
import type { FigureState } from '#domain/figures/figure-state.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { type DrawingSize, drawingSizes } from './drawing-area.tsx'

/**
 * The frame of every figure: number and title, controls, the drawing, and the sentence that says what it
 * shows. Where nothing can be moved, in print and without JavaScript, the other states stand below in words.
 */
export function Plate({
  id,
  controls,
  renderDrawing,
  description,
  figureStates,
}: {
  id: FigureId
  controls: ReactNode
  renderDrawing: (sheet: DrawingSize) => ReactNode
  description: string
  figureStates: readonly FigureState[]
}) {
  const { plate, title } = figures[id]
  const [first] = useState(description)
  const [hasChanged, setHasChanged] = useState(false)
  // In the render that moves it, so that what this render adds may glide in.
  if (!hasChanged && description !== first) setHasChanged(true)
  return (
    <figure className="plate" data-figure={id} data-changed={hasChanged || undefined}>
      <figcaption className="flex flex-wrap items-baseline gap-x-3">
        <span className="caption text-area">Plate {plate}</span>
        <span className="font-display text-lg leading-snug">{title}</span>
      </figcaption>
      <div className="plate-controls needs-script no-print">{controls}</div>
      {drawingSizes.map((sheet) => (
        <Fragment key={sheet.kind}>{renderDrawing(sheet)}</Fragment>
      ))}
      <p className="plate-description" aria-live="polite">
        <InlineText text={description} />
      </p>
      <OtherStateDescriptions
        figureStates={figureStates.filter((state) => state.description !== description)}
      />
    </figure>
  )
}

function OtherStateDescriptions({ figureStates }: { figureStates: readonly FigureState[] }) {
  return (
    <div className="plate-states">
      <p className="caption text-ink-soft">The other states</p>
      <ul>
        {figureStates.map(({ label, description }) => (
          <li key={label}>
            <InlineText text={description} />
          </li>
        ))}
      </ul>
    </div>
  )
}
