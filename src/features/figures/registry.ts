import { type ComponentType, lazy } from 'react'
import type { FigureId } from '#domain/figures/figure-ids.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { FigureProps } from './drawn-figure.tsx'

/** Each figure is a chunk of its own: a lesson loads only the one it shows, and prerendering waits for it. */
export const figureComponents = {
  'three-ways-to-run': lazyFigure(
    async () => (await import('./drawings/three-ways-to-run.tsx')).ThreeWaysToRun,
  ),
  'what-a-container-sees': lazyFigure(
    async () => (await import('./drawings/what-a-container-sees.tsx')).WhatAContainerSees,
  ),
  'ghost-weight': lazyFigure(async () => (await import('./drawings/ghost-weight.tsx')).GhostWeight),
  'build-stages': lazyFigure(async () => (await import('./drawings/build-stages.tsx')).BuildStages),
  'build-context': lazyFigure(async () => (await import('./drawings/build-context.tsx')).BuildContext),
  'start-order': lazyFigure(async () => (await import('./drawings/start-order.tsx')).StartOrder),
  'who-resolves-whom': lazyFigure(
    async () => (await import('./drawings/who-resolves-whom.tsx')).WhoResolvesWhom,
  ),
  'who-gets-the-port': lazyFigure(
    async () => (await import('./drawings/who-gets-the-port.tsx')).WhoGetsThePort,
  ),
  'vxlan-frame': lazyFigure(async () => (await import('./drawings/vxlan-frame.tsx')).VxlanFrame),
  'seen-from-the-switch': lazyFigure(
    async () => (await import('./drawings/seen-from-the-switch.tsx')).SeenFromTheSwitch,
  ),
  'what-survives': lazyFigure(async () => (await import('./drawings/what-survives.tsx')).WhatSurvives),
} satisfies Record<FigureId, ComponentType<FigureProps>>

function lazyFigure(load: () => Promise<ComponentType<FigureProps>>) {
  return lazy(async () => ({ default: await loadWithRetry('figure', load) }))
}
