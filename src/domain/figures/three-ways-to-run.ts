import type { FigureState } from './figure-state.ts'

/** Plate 1.3: what bare metal, virtual machines and containers repeat, and what they share. */
export const deploymentModels = ['bare-metal', 'virtual-machines', 'containers'] as const
export type DeploymentModel = (typeof deploymentModels)[number]

export const apps = ['app A', 'app B', 'app C'] as const

export type StackPart = 'hardware' | 'hypervisor' | 'kernel' | 'libraries' | 'app'

/** From the ground up. `shared` exists once for all apps, `own` once for each app. */
export type StackPlan = {
  label: string
  shared: readonly StackPart[]
  own: readonly StackPart[]
  /** What stands around the parts of one app. */
  wall?: 'machine' | 'container'
  description: string
}

/**
 * No Docker Engine stands between kernel and containers: dockerd starts processes, it does not carry them.
 * A hypervisor may be part of a host kernel (KVM) or stand alone; it is drawn as one block either way.
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
    wall: 'machine',
    description:
      'Virtual machines: a hypervisor slices the hardware, and each app brings libraries and a kernel of its own. Three kernels run, each in memory reserved for its machine.',
  },
  containers: {
    label: 'Containers',
    shared: ['hardware', 'kernel'],
    own: ['libraries', 'app'],
    wall: 'container',
    description:
      'Containers: hypervisor and guest kernels are gone. Each app brings the libraries in its image, and all three run on the host’s one kernel.',
  },
} as const satisfies Record<DeploymentModel, StackPlan>

export type StackBlock = { key: string; part: StackPart; level: number } & (
  | { kind: 'shared' }
  | { kind: 'own'; app: number; isRepeated: boolean }
)

/** The blocks of a stack; level 0 is the ground. A shared block carries all apps, an own one only its app. */
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

/** How many of a part there are. */
export function countCopies(model: DeploymentModel, part: StackPart): number {
  return blocksOf(model).filter((block) => block.part === part).length
}

export const figureStates: FigureState<DeploymentModel>[] = deploymentModels.map((model) => ({
  id: model,
  value: model,
  label: stackPlans[model].label,
  description: stackPlans[model].description,
}))
