import { Fragment, type ReactNode, useState } from 'react'
import { type FigureId, figures } from '#domain/figures/ids.ts'
import type { Told } from '#domain/figures/told.ts'
import { Inline } from '#ui/inline.tsx'
import { type Sheet, sheets } from './sheet.tsx'

/**
 * The frame of every figure: number and title, controls, the drawing, and the sentence that says what it
 * shows. Where nothing can be moved, in print and without JavaScript, the other states stand below in words.
 */
export function Plate({
  id,
  controls,
  draw,
  sentence,
  told,
}: {
  id: FigureId
  controls: ReactNode
  draw: (sheet: Sheet) => ReactNode
  sentence: string
  told: readonly Told[]
}) {
  const { plate, title } = figures[id]
  const [first] = useState(sentence)
  const [isMoved, setIsMoved] = useState(false)
  // In the render that moves it, so that what this render adds may glide in.
  if (!isMoved && sentence !== first) setIsMoved(true)
  return (
    <figure className="plate" data-figure={id} data-moved={isMoved || undefined}>
      <figcaption className="flex flex-wrap items-baseline gap-x-3">
        <span className="label text-area">Plate {plate}</span>
        <span className="font-display text-lg leading-snug">{title}</span>
      </figcaption>
      <div className="plate-controls needs-script no-print">{controls}</div>
      {sheets.map((sheet) => (
        <Fragment key={sheet.kind}>{draw(sheet)}</Fragment>
      ))}
      <p className="plate-sentence" aria-live="polite">
        <Inline text={sentence} />
      </p>
      <OtherStates told={told.filter((state) => state.sentence !== sentence)} />
    </figure>
  )
}

function OtherStates({ told }: { told: readonly Told[] }) {
  return (
    <div className="plate-told">
      <p className="label text-ink-soft">The other states</p>
      <ul>
        {told.map(({ label, sentence }) => (
          <li key={label}>
            <Inline text={sentence} />
          </li>
        ))}
      </ul>
    </div>
  )
}
