import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 2.4: the programs between `docker run` and a container’s process, and what still works when one of them ends.
 */
export const runtimeEvents = ['nothing', 'stop', 'crash', 'back', 'containerd', 'shim', 'runc'] as const
export type RuntimeEvent = (typeof runtimeEvents)[number]

/** `back`: dockerd crashed and was started again. */
export type RuntimeScenario = { event: RuntimeEvent; isLiveRestoreOn: boolean }

/** In the order in which `docker run -d` goes through them; the last one is the container’s process. */
export const programs = ['docker', 'dockerd', 'containerd', 'shim', 'runc', 'web'] as const
export type Program = (typeof programs)[number]

/** `exited`: the program finished its work and exited. `killed` and `stopped`: it was ended from outside. */
export type ProgramStatus = { kind: 'runs' | 'exited' | 'killed' | 'stopped'; text: string }

const runs: ProgramStatus = { kind: 'runs', text: 'runs' }

export function statusesOf(scenario: RuntimeScenario): Record<Program, ProgramStatus> {
  const undisturbed: Record<Program, ProgramStatus> = {
    docker: { kind: 'exited', text: 'left, with -d' },
    dockerd: runs,
    containerd: runs,
    shim: runs,
    runc: { kind: 'exited', text: 'left at the start' },
    web: runs,
  }
  return { ...undisturbed, ...changesOf(scenario) }
}

function changesOf({ event, isLiveRestoreOn }: RuntimeScenario): Partial<Record<Program, ProgramStatus>> {
  const killed: ProgramStatus = { kind: 'killed', text: 'killed' }
  const shim: ProgramStatus = { kind: 'exited', text: 'left with web' }
  const endedByDockerd = { shim, web: { kind: 'stopped', text: 'ended by dockerd' } } as const
  switch (event) {
    case 'nothing':
    case 'runc':
      return {}
    case 'stop': {
      const dockerd: ProgramStatus = { kind: 'stopped', text: 'stopped' }
      return isLiveRestoreOn ? { dockerd } : { dockerd, ...endedByDockerd }
    }
    case 'crash':
      return { dockerd: killed }
    case 'back': {
      const dockerd: ProgramStatus = { kind: 'runs', text: 'runs again' }
      return isLiveRestoreOn ? { dockerd } : { dockerd, ...endedByDockerd }
    }
    case 'containerd':
      return { containerd: killed }
    case 'shim':
      return { shim: killed, web: { kind: 'killed', text: 'ended, code 137' } }
    default:
      return event satisfies never
  }
}

/**
 * What still works: commands that dockerd answers alone, commands that need containerd, the DNS server of user-defined
 * networks, which is part of dockerd, the service, its log.
 */
export type Service = { text: string; isWorking: boolean }

export function servicesOf(scenario: RuntimeScenario): Service[] {
  const { dockerd, containerd, web } = statusesOf(scenario)
  const isUp = (status: ProgramStatus) => status.kind === 'runs'
  return [
    { text: 'docker ps answers', isWorking: isUp(dockerd) },
    { text: 'docker run works', isWorking: isUp(dockerd) && isUp(containerd) },
    { text: 'Docker’s DNS answers', isWorking: isUp(dockerd) },
    { text: 'web serves', isWorking: isUp(web) },
    { text: 'its output is logged', isWorking: isUp(web) && isUp(dockerd) },
  ]
}

export const eventLabels = {
  nothing: 'nothing',
  stop: 'dockerd stops',
  crash: 'dockerd crashes',
  back: 'dockerd starts again',
  containerd: 'containerd crashes',
  shim: 'shim crashes',
  runc: 'runc crashes',
} satisfies Record<RuntimeEvent, string>

export function describeScenario({ event, isLiveRestoreOn }: RuntimeScenario): string {
  switch (event) {
    case 'nothing':
      return 'Three programs stay: `dockerd`, `containerd` and the shim, which is the parent of `web`. The `runc` that started `web` has left.'
    case 'stop':
      return isLiveRestoreOn
        ? 'Live restore is on, so `dockerd` stops alone and `web` keeps serving under its shim. In the meantime, no `docker` command is answered, Docker’s DNS server is away, and nothing restarts `web` if it dies.'
        : 'Live restore is off, so `dockerd` stops `web` before it stops itself, and the shim leaves with it. No `docker` command is answered.'
    case 'crash':
      return `A crash takes no container down: \`web\` keeps serving under its shim, and its output waits in a pipe of 64 KiB. ${
        isLiveRestoreOn
          ? 'Live restore is on, so `dockerd` will reconnect to it.'
          : 'But live restore is off, and `dockerd` will stop it when it starts again.'
      }`
    case 'back':
      return isLiveRestoreOn
        ? 'After the crash, `dockerd` finds `web` alive and reconnects to it, because live restore is on. It is the same process, and it never stopped serving.'
        : 'After the crash, `dockerd` finds `web` alive and stops it, because live restore is off. The outage begins when the daemon is back.'
    case 'containerd':
      return 'The shim doesn’t need `containerd`, so `web` keeps serving. From its own records, `dockerd` still answers `docker ps`, but it can’t start a container, and doesn’t hear of it if one ends.'
    case 'shim':
      return 'When a shim is gone, `containerd` ends what it looked after: `web` dies with exit code 137. Other containers have shims of their own and keep running.'
    case 'runc':
      return 'There is no `runc` to crash: it built the container, started `web` and exited. The shim calls it again for `docker exec` and when the container is stopped.'
    default:
      return event satisfies never
  }
}

const state = createStateFactory(describeScenario)

export const figureStates: FigureState<RuntimeScenario>[] = [
  state('running', 'A container is running', { event: 'nothing', isLiveRestoreOn: false }),
  state('stopped', '`dockerd` stops', { event: 'stop', isLiveRestoreOn: false }),
  state('kept', '`dockerd` stops, live restore on', { event: 'stop', isLiveRestoreOn: true }),
  state('crashed', '`dockerd` crashes', { event: 'crash', isLiveRestoreOn: false }),
  state('back', '`dockerd` starts again', { event: 'back', isLiveRestoreOn: false }),
  state('reconnected', '`dockerd` starts again, live restore on', { event: 'back', isLiveRestoreOn: true }),
  state('containerd', '`containerd` crashes', { event: 'containerd', isLiveRestoreOn: false }),
  state('shim', 'The shim crashes', { event: 'shim', isLiveRestoreOn: false }),
  state('runc', '`runc` has left', { event: 'runc', isLiveRestoreOn: false }),
]
