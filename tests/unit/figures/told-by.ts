import { told as ghostWeight } from '#domain/figures/ghost-weight.ts'
import type { FigureId } from '#domain/figures/ids.ts'
import { told as startOrder } from '#domain/figures/start-order.ts'
import { told as threeWaysToRun } from '#domain/figures/three-ways-to-run.ts'
import type { Told } from '#domain/figures/told.ts'
import { told as whatAContainerSees } from '#domain/figures/what-a-container-sees.ts'
import { told as whatSurvives } from '#domain/figures/what-survives.ts'
import { told as whoResolvesWhom } from '#domain/figures/who-resolves-whom.ts'

/** The states of every figure in words. */
export const toldBy: Record<FigureId, Told[]> = {
  'three-ways-to-run': threeWaysToRun,
  'what-a-container-sees': whatAContainerSees,
  'ghost-weight': ghostWeight,
  'start-order': startOrder,
  'who-resolves-whom': whoResolvesWhom,
  'what-survives': whatSurvives,
}
