import { expect, test } from 'vitest'
import {
  type ContainerUser,
  containerUsers,
  type Daemon,
  daemons,
  describeBindMount,
  viewOf,
} from '#domain/figures/bind-mount-owners.ts'

// Observed on a Linux kernel with these UIDs and maps (0 231072 65536; 0 1000 1 and 1 231072 65536).
test.each<[Daemon, ContainerUser, number, number, boolean]>([
  ['rootful', 'root', 0, 1000, true],
  ['rootful', '1000', 1000, 1000, true],
  ['rootful', '999', 999, 1000, false],
  ['userns-remap', 'root', 231_072, 65_534, false],
  ['userns-remap', '1000', 232_072, 65_534, false],
  ['userns-remap', '999', 232_071, 65_534, false],
  ['rootless', 'root', 1000, 0, true],
  ['rootless', '1000', 232_071, 0, false],
  ['rootless', '999', 232_070, 0, false],
])('%s, %s: UID %i on the host, sees owner %i, writes: %s', (daemon, user, hostUid, seenOwner, canWrite) => {
  expect(viewOf({ daemon, isReadOnly: false }, user)).toEqual({ user, hostUid, seenOwner, canWrite })
})

test.each(daemons)('%s: a read-only mount lets nobody write, and changes no owner', (daemon) => {
  for (const user of containerUsers) {
    const readOnly = viewOf({ daemon, isReadOnly: true }, user)
    expect(readOnly).toEqual({ ...viewOf({ daemon, isReadOnly: false }, user), canWrite: false })
  }
  expect(describeBindMount({ daemon, isReadOnly: true })).toContain('Nobody in the container can write')
})

test('the descriptions name the UIDs of the model', () => {
  const remapped = viewOf({ daemon: 'userns-remap', isReadOnly: false }, 'root')
  expect(describeBindMount({ daemon: 'userns-remap', isReadOnly: false })).toContain(String(remapped.hostUid))
  const rootless = viewOf({ daemon: 'rootless', isReadOnly: false }, '1000')
  expect(describeBindMount({ daemon: 'rootless', isReadOnly: false })).toContain(String(rootless.hostUid))
})
