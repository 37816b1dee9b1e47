import { type ParsedFlags, parseFlags } from './flags.ts'

/** A parsed `docker …` command, independent of its spelling. */
type DockerCommand = {
  name: string
  /** Flags of docker itself, and of compose, before the command's name. */
  before: ParsedFlags['flags'][]
  flags: ParsedFlags['flags']
  rest: string[]
}

const groups = new Set(
  'builder buildx compose config container context image manifest network node plugin scout secret service stack swarm system trust volume'.split(
    ' ',
  ),
)

/** Commands that pass everything after their first argument to a container. */
const stopAtFirst = new Set(['run', 'create', 'exec', 'compose run', 'compose exec'])

const renamed: Record<string, string> = {
  'container ls': 'ps',
  'image ls': 'images',
  'image rm': 'rmi',
  'system info': 'info',
  'system events': 'events',
  'builder build': 'build',
  'buildx build': 'build',
  'buildx b': 'build',
}

/** `docker container run` is `docker run`, `docker image pull` is `docker pull`, and so on. */
const shortForms: Record<string, Set<string>> = {
  container: new Set(
    'attach commit cp create diff exec export kill logs pause port ps rename restart rm run start stats stop top unpause update wait'.split(
      ' ',
    ),
  ),
  image: new Set('build history import load pull push save tag'.split(' ')),
}

/** The words after `docker`. */
export function parseDockerCommand(words: string[]): DockerCommand {
  const own = parseFlags('', words, true)
  const [first = '', ...others] = own.rest
  if (!groups.has(first)) return commandOf(first, others, [own.flags])
  const group = parseFlags(first, others, true)
  const [second = '', ...args] = group.rest
  return commandOf(nameOf(first, second), args, [own.flags, group.flags])
}

function commandOf(name: string, args: string[], before: DockerCommand['before']): DockerCommand {
  const { flags, rest } = parseFlags(name, args, stopAtFirst.has(name))
  return { name, before: before.filter((list) => list.length > 0), flags, rest }
}

function nameOf(group: string, command: string): string {
  const canonicalName = command === 'list' ? 'ls' : command === 'remove' ? 'rm' : command
  const longForm = `${group} ${canonicalName}`
  if (Object.hasOwn(renamed, longForm)) return renamed[longForm] ?? longForm
  return Object.hasOwn(shortForms, group) && shortForms[group]?.has(canonicalName) ? canonicalName : longForm
}
