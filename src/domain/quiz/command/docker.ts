import { type FlagsRead, readFlags } from './flags.ts'

/** What one `docker …` command says, however it is spelt. */
type DockerMeaning = {
  name: string
  /** Flags of docker itself, and of compose, before the command's name. */
  before: FlagsRead['flags'][]
  flags: FlagsRead['flags']
  rest: string[]
}

const groups = new Set(
  'builder buildx compose config container context image manifest network node plugin scout secret service stack swarm system trust volume'.split(
    ' ',
  ),
)

/** Commands that hand on all that follows their first argument. */
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

/** `docker container run` is `docker run`, `docker image pull` is `docker pull`, and so for all of these. */
const shortForms: Record<string, Set<string>> = {
  container: new Set(
    'attach commit cp create diff exec export kill logs pause port ps rename restart rm run start stats stop top unpause update wait'.split(
      ' ',
    ),
  ),
  image: new Set('build history import load pull push save tag'.split(' ')),
}

/** The words after `docker`. */
export function dockerMeaning(words: string[]): DockerMeaning {
  const own = readFlags('', words, true)
  const [first = '', ...others] = own.rest
  if (!groups.has(first)) return commandOf(first, others, [own.flags])
  const group = readFlags(first, others, true)
  const [second = '', ...args] = group.rest
  return commandOf(nameOf(first, second), args, [own.flags, group.flags])
}

function commandOf(name: string, args: string[], before: DockerMeaning['before']): DockerMeaning {
  const { flags, rest } = readFlags(name, args, stopAtFirst.has(name))
  return { name, before: before.filter((list) => list.length > 0), flags, rest }
}

function nameOf(group: string, command: string): string {
  const usual = command === 'list' ? 'ls' : command === 'remove' ? 'rm' : command
  const full = `${group} ${usual}`
  if (Object.hasOwn(renamed, full)) return renamed[full] ?? full
  return Object.hasOwn(shortForms, group) && shortForms[group]?.has(usual) ? usual : full
}
