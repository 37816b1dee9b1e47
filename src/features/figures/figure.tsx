import { isFigureId } from '#domain/figures/figure-ids.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { figureComponents } from './registry.ts'

/** `<Figure id="…" />` in a lesson. The content check refuses an unknown id; a draft shows nothing there. */
export function Figure({ id }: { id: string }) {
  const trouble = useLoadFailure('figure')
  if (!isFigureId(id)) return null
  const FigureComponent = figureComponents[id]
  return (
    <Island
      name={`figure ${id}`}
      notice={<LoadFailureNotice partName="The controls of this figure" loadFailure={trouble} />}
    >
      <FigureComponent />
    </Island>
  )
}
