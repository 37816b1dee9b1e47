import { isFigureId } from '#domain/figures/ids.ts'
import { useTrouble } from '#store/arrivals.ts'
import { Island } from '#ui/island.tsx'
import { NotArrived } from '#ui/not-arrived.tsx'
import { figureComponents } from './registry.ts'

/** `<Figure id="…" />` in a lesson. The content check refuses an unknown id; a draft shows nothing there. */
export function Figure({ id }: { id: string }) {
  const trouble = useTrouble('figure')
  if (!isFigureId(id)) return null
  const Drawn = figureComponents[id]
  return (
    <Island notice={<NotArrived what="The controls of this figure" trouble={trouble} />}>
      <Drawn />
    </Island>
  )
}
