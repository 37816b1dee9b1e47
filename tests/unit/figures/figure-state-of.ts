import type { FigureId } from '#domain/figures/figure-ids.ts'
import type { FigureState } from '#domain/figures/figure-state.ts'
import { figureStates as ghostWeight } from '#domain/figures/ghost-weight.ts'
import { figureStates as startOrder } from '#domain/figures/start-order.ts'
import { figureStates as threeWaysToRun } from '#domain/figures/three-ways-to-run.ts'
import { figureStates as whatAContainerSees } from '#domain/figures/what-a-container-sees.ts'
import { figureStates as whatSurvives } from '#domain/figures/what-survives.ts'
import { figureStates as whoResolvesWhom } from '#domain/figures/who-resolves-whom.ts'

/** The states of every figure in words. */
export const figureStatesOf: Record<FigureId, FigureState[]> = {
  'three-ways-to-run': threeWaysToRun,
  'what-a-container-sees': whatAContainerSees,
  'ghost-weight': ghostWeight,
  'start-order': startOrder,
  'who-resolves-whom': whoResolvesWhom,
  'what-survives': whatSurvives,
}
