/** User IDs inside and outside a user namespace, as the kernel maps them. */
export type SubordinateRange = { user: string; start: number; count: number }

/** Maps `count` consecutive IDs from `inside` to those from `outside`. */
export type IdRange = { inside: number; outside: number; count: number }

/** How an unmapped ID appears: `nobody`, the kernel’s overflow UID. */
export const unmappedId = 65_534

/** The last 32-bit value means "no ID". */
export const maxId = 2 ** 32 - 2

export const idSetups = ['usual', 'remap', 'rootless'] as const
export type IdSetup = (typeof idSetups)[number]

export function idMapOf(setup: IdSetup, range: SubordinateRange, uid: number): IdRange[] {
  const { start, count } = range
  switch (setup) {
    case 'usual':
      return [{ inside: 0, outside: 0, count: maxId + 1 }]
    case 'remap':
      return [{ inside: 0, outside: start, count }]
    case 'rootless':
      return [
        { inside: 0, outside: uid, count: 1 },
        { inside: 1, outside: start, count },
      ]
    default:
      return setup satisfies never
  }
}

/** The ID on the host for an ID in the container; undefined if the kernel rejects it. */
export function toHost(map: readonly IdRange[], id: number): number | undefined {
  const range = map.find(({ inside, count }) => id >= inside && id < inside + count)
  return range && range.outside + id - range.inside
}

/** The ID that `ls -n` shows in the container for an ID on the host. */
export function toContainer(map: readonly IdRange[], id: number): number {
  const range = map.find(({ outside, count }) => id >= outside && id < outside + count)
  return range ? range.inside + id - range.outside : unmappedId
}

/** A line of `/etc/subuid`, or what is wrong with it. */
export function parseSubuidLine(text: string): SubordinateRange | { problem: string } {
  const [, user, startDigits, countDigits] = /^([^:\s]+):(\d{1,10}):(\d{1,10})$/.exec(text.trim()) ?? []
  if (user === undefined)
    return { problem: 'Enter a name, the first ID and how many: `deploy:231072:65536`.' }
  const range = { user, start: Number(startDigits), count: Number(countDigits) }
  if (range.count < 1) return { problem: 'The range needs at least one ID.' }
  if (range.start < 1) return { problem: 'Enter a range without the host’s root, 0.' }
  if (range.start + range.count - 1 > maxId) return { problem: `The last ID is at most ${maxId}.` }
  return range
}

/** Whether the range contains this UID. */
export function isInRange({ start, count }: SubordinateRange, uid: number): boolean {
  return uid >= start && uid < start + count
}

export function parseId(text: string): number | undefined {
  const id = /^\d{1,10}$/.test(text.trim()) ? Number(text) : maxId + 1
  return id <= maxId ? id : undefined
}
