import type { ReactNode } from 'react'
import { InlineText } from '#ui/inline-text.tsx'
import { Island } from '#ui/island.tsx'
import { figureComponent } from './figure-component.ts'

/**
 * `<FigureState id="…" state="…" />` in a lesson: from here on the text speaks of that state. The figure on the stage
 * then shows it; where there is no stage, the mark itself does, with a drawing that stands still. The compiler adds what
 * the state is called, its sentence as children, and the mark's number (scripts/content/rehype-figure-marks.ts).
 */
export function FigureMark({
  id,
  state,
  label,
  number,
  inPlace,
  children,
}: {
  id: string
  state: string
  label: string
  number: string
  /** Set where the figure is part of another depth, which may be closed: the mark then shows the state everywhere. */
  inPlace?: string
  children: ReactNode
}) {
  const FigureComponent = figureComponent(id)
  return (
    <figure className="figure-mark" data-mark={inPlace === undefined ? state : undefined}>
      <Island name={`mark ${id} ${number}`} notice={null}>
        <FigureComponent state={state} isStill />
      </Island>
      <figcaption>
        <span className="caption block text-area">
          <InlineText text={label} />
        </span>
        {children}
      </figcaption>
    </figure>
  )
}
