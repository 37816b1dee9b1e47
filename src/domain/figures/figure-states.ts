import { figureStates as averageAndPeak } from './average-and-peak.ts'
import { figureStates as bindMountOwners } from './bind-mount-owners.ts'
import { figureStates as buildContext } from './build-context.ts'
import { figureStates as buildStages } from './build-stages.ts'
import type { FigureId } from './figure-ids.ts'
import type { FigureState } from './figure-state.ts'
import { figureStates as fileLife } from './file-life.ts'
import { figureStates as ghostWeight } from './ghost-weight.ts'
import { figureStates as keylessSigning } from './keyless-signing.ts'
import { figureStates as logRotation } from './log-rotation.ts'
import { figureStates as mappedIds } from './mapped-ids.ts'
import { figureStates as mergedFiles } from './merged-files.ts'
import { figureStates as nameLookup } from './name-lookup.ts'
import { figureStates as nameOfAnImage } from './name-of-an-image.ts'
import { figureStates as requestTrace } from './request-trace.ts'
import { figureStates as resourceTax } from './resource-tax.ts'

import { figureStates as runtimeChain } from './runtime-chain.ts'
import { figureStates as scrapeToAlert } from './scrape-to-alert.ts'
import { figureStates as seenFromTheSwitch } from './seen-from-the-switch.ts'
import { figureStates as sharedHost } from './shared-host.ts'
import { figureStates as startOrder } from './start-order.ts'
import { figureStates as supplyChain } from './supply-chain.ts'
import { figureStates as syscallGates } from './syscall-gates.ts'
import { figureStates as threeWaysToRun } from './three-ways-to-run.ts'
import { figureStates as twoLimits } from './two-limits.ts'
import { figureStates as twoStores } from './two-stores.ts'
import { figureStates as vxlanFrame } from './vxlan-frame.ts'
import { figureStates as whatAContainerSees } from './what-a-container-sees.ts'
import { figureStates as whatSurvives } from './what-survives.ts'
import { figureStates as whatTheAuditSees } from './what-the-audit-sees.ts'
import { figureStates as whatUpChanges } from './what-up-changes.ts'
import { figureStates as whichKernel } from './which-kernel.ts'
import { figureStates as whoGetsThePort } from './who-gets-the-port.ts'
import { figureStates as whoResolvesWhom } from './who-resolves-whom.ts'

/** The states of every figure, for the content compiler and tests. A page loads only the figure that it shows. */
export const figureStatesById: Record<FigureId, readonly FigureState[]> = {
  'average-and-peak': averageAndPeak,
  'resource-tax': resourceTax,
  'three-ways-to-run': threeWaysToRun,
  'which-kernel': whichKernel,
  'what-a-container-sees': whatAContainerSees,
  'shared-host': sharedHost,
  'runtime-chain': runtimeChain,
  'ghost-weight': ghostWeight,
  'build-stages': buildStages,
  'build-context': buildContext,
  'name-of-an-image': nameOfAnImage,
  'supply-chain': supplyChain,
  'keyless-signing': keylessSigning,
  'what-up-changes': whatUpChanges,
  'name-lookup': nameLookup,
  'start-order': startOrder,
  'merged-files': mergedFiles,
  'who-resolves-whom': whoResolvesWhom,
  'who-gets-the-port': whoGetsThePort,
  'vxlan-frame': vxlanFrame,
  'seen-from-the-switch': seenFromTheSwitch,
  'file-life': fileLife,
  'what-survives': whatSurvives,
  'mapped-ids': mappedIds,
  'syscall-gates': syscallGates,
  'what-the-audit-sees': whatTheAuditSees,
  'bind-mount-owners': bindMountOwners,
  'two-limits': twoLimits,
  'two-stores': twoStores,
  'log-rotation': logRotation,
  'request-trace': requestTrace,
  'scrape-to-alert': scrapeToAlert,
}
