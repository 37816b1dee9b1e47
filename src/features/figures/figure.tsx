import { isFigureId } from '#domain/figures/ids.ts'
import { Island } from '#ui/island.tsx'
import { figureComponents } from './registry.ts'

/** `<Figure id="…" />` in a lesson. The content check refuses an unknown id; a draft shows nothing there. */
export function Figure({ id }: { id: string }) {
  if (!isFigureId(id)) return null
  const Drawn = figureComponents[id]
  return (
    <Island>
      <Drawn />
    </Island>
  )
}
