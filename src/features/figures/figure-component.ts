import { type ComponentType, lazy } from 'react'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { FigureProps } from './drawn-figure.tsx'

const components = new Map<string, ComponentType<FigureProps>>()

/**
 * Returns the component of a figure, the same one at every call. It loads the list of all figures and then the drawing,
 * so that the size of a lesson’s first view does not grow with the number of figures. Prerendering waits for it.
 */
export function figureComponent(id: string): ComponentType<FigureProps> {
  const known = components.get(id)
  if (known) return known
  const component = lazy(async () => ({ default: await loadWithRetry('figure', () => load(id)) }))
  components.set(id, component)
  return component
}

async function load(id: string): Promise<ComponentType<FigureProps>> {
  const { loadDrawing } = await import('./registry.ts')
  return loadDrawing(id)
}
