import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 7.3: a directory of UID 1000 in a container, and what three users of the container may do with it. The kernel
 * decides by the UID on the host; how UIDs are mapped depends on the daemon.
 */
export const daemons = ['rootful', 'userns-remap', 'rootless'] as const
export type Daemon = (typeof daemons)[number]

export type BindMount = { daemon: Daemon; isReadOnly: boolean }

/**
 * The UID of the owner of the directory (mode 755) and its file (mode 644), who also runs the daemon in rootless mode.
 */
export const ownerUid = 1000
/** In the container, an owner without a mapped UID appears as this one, `nobody`. */
export const unmappedUid = 65_534
/** The start of the range of subordinate UIDs, as in the lesson on rootless mode. */
const subordinateUid = 231_072
const rangeSize = 65_536

export const containerUsers = ['root', '1000', '999'] as const
export type ContainerUser = (typeof containerUsers)[number]

const containerUids = { root: 0, '1000': 1000, '999': 999 } satisfies Record<ContainerUser, number>

function toHostUid(daemon: Daemon, uid: number): number {
  switch (daemon) {
    case 'rootful':
      return uid
    case 'userns-remap':
      return subordinateUid + uid
    case 'rootless':
      return uid === 0 ? ownerUid : subordinateUid + uid - 1
    default:
      return daemon satisfies never
  }
}

/** The UID in the container for a UID on the host. */
function toContainerUid(daemon: Daemon, hostUid: number): number {
  for (let uid = 0; uid < rangeSize; uid += 1) if (toHostUid(daemon, uid) === hostUid) return uid
  return unmappedUid
}

/** What a user of the container sees and may do. `hostUid` is the user’s UID on the host, which owns new files. */
export type UserView = { user: ContainerUser; hostUid: number; seenOwner: number; canWrite: boolean }

export function viewOf({ daemon, isReadOnly }: BindMount, user: ContainerUser): UserView {
  const uid = containerUids[user]
  const hostUid = toHostUid(daemon, uid)
  const seenOwner = toContainerUid(daemon, ownerUid)
  // Root may access any file whose owner has a UID in the container, and no others.
  const isAllowed = hostUid === ownerUid || (uid === 0 && seenOwner !== unmappedUid)
  return { user, hostUid, seenOwner, canWrite: isAllowed && !isReadOnly }
}

const sentences = {
  rootful:
    'UIDs are the same inside and outside. Root can write everything and leaves files that belong to root; UID 1000 is the owner; UID 999 can only read.',
  'userns-remap':
    'Root in the container is UID 231072 on the host, and the owner has no UID in the container: the files seem to belong to `nobody`. Even root can only read them.',
  rootless:
    'Docker runs as UID 1000, and root in the container is that user: what it writes is yours. UID 1000 in the container is somebody else on the host, 232071.',
} satisfies Record<Daemon, string>

export function describeBindMount({ daemon, isReadOnly }: BindMount): string {
  const hidden = 'What the image had in `/app` is hidden.'
  if (isReadOnly)
    return `Nobody in the container can write, whatever their user ID; reading is as before. ${hidden}`
  return daemon === 'rootful' ? `${sentences[daemon]} ${hidden}` : sentences[daemon]
}

const state = createStateFactory(describeBindMount)

export const figureStates: FigureState<BindMount>[] = [
  state('rootful', 'Rootful', { daemon: 'rootful', isReadOnly: false }),
  state('remapped', '`userns-remap`', { daemon: 'userns-remap', isReadOnly: false }),
  state('rootless', 'Rootless', { daemon: 'rootless', isReadOnly: false }),
  state('read-only', 'Read-only', { daemon: 'rootful', isReadOnly: true }),
]
