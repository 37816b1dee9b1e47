import type { ReactNode } from 'react'
import { InlineText } from '#ui/inline-text.tsx'
import { Island } from '#ui/island.tsx'
import { figureComponent } from './figure-component.ts'

/**
 * `<FigureState id="…" state="…" />` in a lesson: the text after it speaks of that state. A figure on the stage then
 * shows the state; without a stage, the mark itself shows it as a drawing without controls. The compiler adds the
 * state’s name, its description as children, and the mark’s number (scripts/content/rehype-figure-marks.ts).
 */
export function FigureMark({
  id,
  state,
  label,
  number,
  children,
}: {
  id: string
  state: string
  label: string
  number: string
  children: ReactNode
}) {
  const FigureComponent = figureComponent(id)
  return (
    <figure className="figure-mark" data-mark={state}>
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
