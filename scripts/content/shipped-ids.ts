import type { PermanentId } from './permanent-ids.ts'
import type { Problem } from './problem.ts'

export const shippedIdsFile = 'content/shipped-ids.txt'

const head = [
  '# Ids that readers’ saved progress may hang on, written by `npm run record-shipped-ids`.',
  '# What was withdrawn on purpose moves below the line "# retired" by hand, and is never used again.',
]

type ShippedIdEntry = { name: string; rev: number | undefined; line: number; isRetired: boolean }

/** An id as a line of the file: `item images.layers.q-size rev 2`. */
function formatPermanentId({ kind, id, rev }: PermanentId): string {
  return `${kind} ${id}${rev === undefined ? '' : ` rev ${rev}`}`
}

/** The text of the file for these ids. Earlier entries stay, so that a removed id is still reported. */
export function shippedIdsText(ids: PermanentId[], before: string | undefined): string {
  const lines = parseShippedIds(before ?? '')
  const retired = lines.filter((line) => line.isRetired)
  const names = new Set(ids.map(({ kind, id }) => `${kind} ${id}`))
  const missingIds = lines.filter((line) => !line.isRetired && !names.has(line.name))
  const used = [...ids.map(formatPermanentId), ...missingIds.map(formatEntry)]
  return `${[...head, ...used.toSorted(), '', '# retired', ...retired.map(formatEntry).toSorted()].join('\n')}\n`
}

/** Rejects a shipped id that was removed, a lower revision, and a retired id that is used again. */
export function shippedIdProblems(ids: PermanentId[], text: string | undefined): Problem[] {
  if (text === undefined) return []
  const byName = new Map(ids.map((entry) => [`${entry.kind} ${entry.id}`, entry]))
  return parseShippedIds(text).flatMap((shipped): Problem[] => {
    const entry = byName.get(shipped.name)
    const listedAt = { file: shippedIdsFile, line: shipped.line }
    if (shipped.isRetired) {
      if (!entry) return []
      const { file, line } = entry
      return [
        { file, line, expected: 'an id that was never retired; ids are permanent', found: shipped.name },
      ]
    }
    if (!entry) {
      const expected = `${shipped.name} in the content: ids are permanent; put it back, or list it under # retired if it was withdrawn`
      return [{ ...listedAt, expected, found: 'nothing' }]
    }
    if (shipped.rev !== undefined && entry.rev !== undefined && entry.rev < shipped.rev) {
      const { file, line, rev } = entry
      return [{ file, line, expected: `rev ${shipped.rev} or more, as shipped`, found: `rev ${rev}` }]
    }
    return []
  })
}

function parseShippedIds(text: string): ShippedIdEntry[] {
  const lines: ShippedIdEntry[] = []
  let isRetired = false
  text.split('\n').forEach((written, index) => {
    if (/^#\s*retired\b/.test(written)) isRetired = true
    const [, name, rev] = /^(\w+ [\w.-]+)(?: rev (\d+))?\s*$/.exec(written) ?? []
    if (name) lines.push({ name, rev: rev ? Number(rev) : undefined, line: index + 1, isRetired })
  })
  return lines
}

function formatEntry({ name, rev }: ShippedIdEntry): string {
  return rev === undefined ? name : `${name} rev ${rev}`
}
