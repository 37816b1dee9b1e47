import type { ComponentType } from 'react'
import { type FigureId, isFigureId } from '#domain/figures/figure-ids.ts'
import type { FigureProps } from './drawn-figure.tsx'

/** Each figure is a chunk of its own: a lesson loads only the one it shows. */
const drawings = {
  'average-and-peak': async () => (await import('./drawings/average-and-peak.tsx')).AverageAndPeak,
  'resource-tax': async () => (await import('./drawings/resource-tax.tsx')).ResourceTax,
  'three-ways-to-run': async () => (await import('./drawings/three-ways-to-run.tsx')).ThreeWaysToRun,
  'which-kernel': async () => (await import('./drawings/which-kernel.tsx')).WhichKernel,
  'what-a-container-sees': async () =>
    (await import('./drawings/what-a-container-sees.tsx')).WhatAContainerSees,
  'shared-host': async () => (await import('./drawings/shared-host.tsx')).SharedHost,
  'runtime-chain': async () => (await import('./drawings/runtime-chain.tsx')).RuntimeChain,
  'ghost-weight': async () => (await import('./drawings/ghost-weight.tsx')).GhostWeight,
  'build-stages': async () => (await import('./drawings/build-stages.tsx')).BuildStages,
  'build-context': async () => (await import('./drawings/build-context.tsx')).BuildContext,
  'name-of-an-image': async () => (await import('./drawings/name-of-an-image.tsx')).NameOfAnImage,
  'supply-chain': async () => (await import('./drawings/supply-chain.tsx')).SupplyChain,
  'keyless-signing': async () => (await import('./drawings/keyless-signing.tsx')).KeylessSigning,
  'what-up-changes': async () => (await import('./drawings/what-up-changes.tsx')).WhatUpChanges,
  'name-lookup': async () => (await import('./drawings/name-lookup.tsx')).NameLookup,
  'start-order': async () => (await import('./drawings/start-order.tsx')).StartOrder,
  'merged-files': async () => (await import('./drawings/merged-files.tsx')).MergedFiles,
  'who-resolves-whom': async () => (await import('./drawings/who-resolves-whom.tsx')).WhoResolvesWhom,
  'who-gets-the-port': async () => (await import('./drawings/who-gets-the-port.tsx')).WhoGetsThePort,
  'vxlan-frame': async () => (await import('./drawings/vxlan-frame.tsx')).VxlanFrame,
  'seen-from-the-switch': async () => (await import('./drawings/seen-from-the-switch.tsx')).SeenFromTheSwitch,
  'file-life': async () => (await import('./drawings/file-life.tsx')).FileLifeFigure,
  'what-survives': async () => (await import('./drawings/what-survives.tsx')).WhatSurvives,
  'mapped-ids': async () => (await import('./drawings/mapped-ids.tsx')).MappedIds,
  'syscall-gates': async () => (await import('./drawings/syscall-gates.tsx')).SyscallGates,
  'what-the-audit-sees': async () => (await import('./drawings/what-the-audit-sees.tsx')).WhatTheAuditSees,
  'bind-mount-owners': async () => (await import('./drawings/bind-mount-owners.tsx')).BindMountOwners,
  'two-limits': async () => (await import('./drawings/two-limits.tsx')).TwoLimits,
  'two-stores': async () => (await import('./drawings/two-stores.tsx')).TwoStores,
  'log-rotation': async () => (await import('./drawings/log-rotation.tsx')).LogRotation,
  'request-trace': async () => (await import('./drawings/request-trace.tsx')).RequestTrace,
  'scrape-to-alert': async () => (await import('./drawings/scrape-to-alert.tsx')).ScrapeToAlert,
} satisfies Record<FigureId, () => Promise<ComponentType<FigureProps>>>

/** The content check rejects unknown ids; in a draft, an unknown figure renders nothing. */
export async function loadDrawing(id: string): Promise<ComponentType<FigureProps>> {
  return isFigureId(id) ? drawings[id]() : () => null
}
