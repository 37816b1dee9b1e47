import { isFigureId } from '#domain/figures/figure-ids.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { figureComponents } from './registry.ts'

/**
 * `<Figure id="…" />` in a lesson, which opens in its first state or in `state`. The content check refuses an unknown
 * id; a draft shows nothing there.
 */
export function Figure({ id, state }: { id: string; state?: string }) {
  const trouble = useLoadFailure('figure')
  if (!isFigureId(id)) return null
  const FigureComponent = figureComponents[id]
  return (
    <Island
      name={`figure ${id}`}
      notice={<LoadFailureNotice partName="The controls of this figure" loadFailure={trouble} />}
    >
      <FigureComponent state={state} />
    </Island>
  )
}
