import { Fragment, type ReactNode, useRef, useState } from 'react'
import { type FigureId, figures } from '#domain/figures/figure-ids.ts'
import type { FigureState } from '#domain/figures/figure-state.ts'
import { chooseState, followText, initialView } from '#domain/figures/stage.ts'
import { useIsStageClosed } from '#store/stage.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { type DrawingSize, drawingSizes } from './drawing-area.tsx'
import { StageToggle } from './stage-toggle.tsx'
import { useMarks } from './use-marks.ts'

/** What defines a figure: its states, and the controls, drawing and description for a value. */
export type FigureDefinition<Value> = {
  id: FigureId
  /** The first one is shown unless the lesson opens with another. */
  figureStates: readonly FigureState<Value>[]
  describeState: (value: Value) => string
  renderControls: (value: Value, choose: (value: Value) => void) => ReactNode
  renderDrawing: (size: DrawingSize, value: Value) => ReactNode
}

/**
 * The frame of every figure: number and title, controls, the drawing, and a description of its state. In print and
 * without JavaScript, where the controls do not work, it also lists the descriptions of the other states. On the stage,
 * the figure follows the text. A state that the reader chooses is announced; a state that is reached by scrolling is
 * not, because the text there describes it.
 */
export function Plate<Value>({
  definition,
  initialValue,
}: {
  definition: FigureDefinition<Value>
  initialValue: Value
}) {
  const { id, figureStates, describeState, renderControls, renderDrawing } = definition
  const { plate: number, title } = figures[id]
  const plate = useRef<HTMLElement>(null)
  const [view, setView] = useState(() => initialView(initialValue))
  const isStageClosed = useIsStageClosed()
  useMarks(plate, isStageClosed, (mark, id) => {
    const reached = figureStates.find((state) => state.id === id)
    setView((current) => followText(current, mark, reached ? reached.value : initialValue))
  })
  const description = describeState(view.value)
  const [first] = useState(description)
  const [hasChanged, setHasChanged] = useState(false)
  // Set during render, so that what this render adds is animated.
  if (!hasChanged && description !== first) setHasChanged(true)
  return (
    <figure ref={plate} className="plate" data-figure={id} data-changed={hasChanged || undefined}>
      <figcaption className="flex flex-wrap items-baseline gap-x-3">
        <span className="caption text-area">Plate {number}</span>
        <span className="font-display text-lg leading-snug">{title}</span>
      </figcaption>
      <div className="plate-controls needs-script no-print">
        {renderControls(view.value, (value) => setView((current) => chooseState(current, value)))}
      </div>
      <div className="plate-scroller">
        {drawingSizes.map((size) => (
          <Fragment key={size.kind}>{renderDrawing(size, view.value)}</Fragment>
        ))}
      </div>
      <p className="plate-description" aria-live={view.source === 'reader' ? 'polite' : 'off'}>
        <InlineText text={description} />
      </p>
      <OtherStateDescriptions
        figureStates={figureStates.filter((state) => state.description !== description)}
      />
      <StageToggle plate={plate} isClosed={isStageClosed} />
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
            <strong>
              <InlineText text={label} />:
            </strong>{' '}
            <InlineText text={description} />
          </li>
        ))}
      </ul>
    </div>
  )
}
