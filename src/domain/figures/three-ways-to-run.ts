import type { FigureState } from './figure-state.ts'

/**
 * Plate 1.3: what exists several times on bare metal, with virtual machines and with containers, and what is shared.
 */
export const deploymentModels = ['bare-metal', 'virtual-machines', 'containers'] as const
export type DeploymentModel = (typeof deploymentModels)[number]

export const apps = ['app A', 'app B', 'app C'] as const

export type StackPart = 'hardware' | 'hypervisor' | 'kernel' | 'libraries' | 'app'

/** From the bottom up. `shared` parts exist once, `own` parts once per app. */
export type StackPlan = {
  label: string
  shared: readonly StackPart[]
  own: readonly StackPart[]
  /** The border around the parts of one app. */
  isolation?: 'machine' | 'container'
  description: string
}

/**
 * There is no Docker Engine between the kernel and the containers: dockerd starts processes but does not run them. A
 * hypervisor may be part of a host kernel (KVM) or separate; it is drawn as one block either way.
 */
export const stackPlans = {
  'bare-metal': {
    label: 'Bare metal',
    shared: ['hardware', 'kernel', 'libraries'],
    own: ['app'],
    description:
      'Bare metal: three apps share one kernel and one set of libraries. Nothing is repeated, and what one app changes below it, all of them get.',
  },
  'virtual-machines': {
    label: 'VMs',
    shared: ['hardware', 'hypervisor'],
    own: ['kernel', 'libraries', 'app'],
    isolation: 'machine',
    description:
      'Virtual machines: a hypervisor slices the hardware, and each app brings libraries and a kernel of its own. Three kernels run, each in memory reserved for its machine.',
  },
  containers: {
    label: 'Containers',
    shared: ['hardware', 'kernel'],
    own: ['libraries', 'app'],
    isolation: 'container',
    description:
      'Containers: hypervisor and guest kernels are gone. Each app brings the libraries in its image, and all three run on the host’s one kernel.',
  },
} as const satisfies Record<DeploymentModel, StackPlan>

export type StackBlock = { key: string; part: StackPart; level: number } & (
  | { kind: 'shared' }
  | { kind: 'own'; app: number; isRepeated: boolean }
)

/** The blocks of a stack; level 0 is at the bottom. A shared block is below all apps, an own one only below its app. */
export function blocksOf(model: DeploymentModel): StackBlock[] {
  const { shared, own }: StackPlan = stackPlans[model]
  return [
    ...shared.map((part, level): StackBlock => ({ kind: 'shared', key: `shared-${part}`, part, level })),
    ...own.flatMap((part, index) =>
      apps.map((_, app): StackBlock => {
        const key = `${part}-${app}`
        return { kind: 'own', key, part, level: shared.length + index, app, isRepeated: part !== 'app' }
      }),
    ),
  ]
}

/** How many copies of a part there are. */
export function countCopies(model: DeploymentModel, part: StackPart): number {
  return blocksOf(model).filter((block) => block.part === part).length
}

export const figureStates: FigureState<DeploymentModel>[] = deploymentModels.map((model) => ({
  id: model,
  value: model,
  label: stackPlans[model].label,
  description: stackPlans[model].description,
}))
