import { flagTable } from './flag-table.ts'
import { normalizeFlagValue } from './flag-values.ts'

type FlagSpec = { longOf: ReadonlyMap<string, string>; switches: ReadonlySet<string> }

/** Alternative names of flags. */
const synonyms: Record<string, string> = {
  net: 'network',
  'net-alias': 'network-alias',
  time: 'timeout',
  'no-TTY': 'no-tty',
}

/** Flags whose order matters: a later file overrides an earlier one. */
const ordered = new Set(['file', 'env-file'])

export type ParsedFlags = {
  /** Long names with their values, sorted. */
  flags: [name: string, values: string[]][]
  rest: string[]
}

/**
 * Parses the flags of a docker command. If `stopsAtFirst` is set, as for `docker run`, everything after the first word that
 * is not a flag belongs to the program in the container and is left as it is.
 */
export function parseFlags(command: string, words: string[], stopsAtFirst: boolean): ParsedFlags {
  const { longOf, switches } = specOf(command)
  const found = new Map<string, string[]>()
  const rest: string[] = []
  let at = 0
  const add = (spelling: string, value: string) => {
    const name = synonyms[spelling] ?? spelling
    found.set(name, [...(found.get(name) ?? []), normalizeFlagValue(name, value, switches.has(name))])
  }
  /** Uses the next word as the flag's value, unless it is a flag itself. */
  const addWithNext = (name: string) => {
    const next = words[at + 1]
    const isValue = next !== undefined && !/^-./.test(next)
    add(name, isValue ? next : '')
    if (isValue) at += 1
  }
  const addShort = (letters: string) => {
    for (let index = 0; index < letters.length; index++) {
      const name = longOf.get(letters[index] ?? '')
      const attached = letters.slice(index + 1)
      if (name === undefined) return add(`-${letters.slice(index)}`, 'true')
      if (!switches.has(name)) return attached ? add(name, attached.replace(/^=/, '')) : addWithNext(name)
      if (attached.startsWith('=')) return add(name, attached.slice(1))
      add(name, 'true')
    }
  }
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--') {
      rest.push(...words.slice(at + 1))
      break
    }
    if (word.startsWith('--')) {
      const equals = word.indexOf('=')
      const name = word.slice(2, equals < 0 ? undefined : equals)
      if (equals >= 0) add(name, word.slice(equals + 1))
      else if (switches.has(name)) add(name, 'true')
      else addWithNext(name)
    } else if (/^-./.test(word)) {
      addShort(word.slice(1))
    } else if (stopsAtFirst) {
      rest.push(...words.slice(at))
      break
    } else rest.push(word)
  }
  return { flags: sortFlags(found), rest }
}

function sortFlags(found: Map<string, string[]>): ParsedFlags['flags'] {
  const flags: ParsedFlags['flags'] = [...found].map(([name, values]) => {
    const uniqueFlags = [...new Set(values)]
    return [name, ordered.has(name) ? uniqueFlags : uniqueFlags.sort()]
  })
  return flags.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

const specs = new Map<string, FlagSpec>()

function specOf(command: string): FlagSpec {
  const known = specs.get(command)
  if (known) return known
  const longNames = new Map<string, string>()
  const switches = new Set(['help'])
  const words = Object.hasOwn(flagTable, command) ? (flagTable[command] ?? '').split(' ') : []
  for (const word of words) {
    const [, letter, name = '', mark] = /^(?:(\w):)?([\w-]+)(!?)$/.exec(word) ?? []
    if (letter) longNames.set(letter, name)
    if (mark) switches.add(name)
  }
  const spec = { longOf: longNames, switches }
  specs.set(command, spec)
  return spec
}
