import { useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { figureComponent } from './figure-component.ts'

/** `<Figure id="…" />` in a lesson. It starts in the first state, or in `state`. */
export function Figure({ id, state }: { id: string; state?: string }) {
  const loadFailure = useLoadFailure('figure')
  const FigureComponent = figureComponent(id)
  return (
    <Island
      name={`figure ${id}`}
      notice={<LoadFailureNotice partName="The controls of this figure" loadFailure={loadFailure} />}
    >
      <FigureComponent state={state} />
    </Island>
  )
}
