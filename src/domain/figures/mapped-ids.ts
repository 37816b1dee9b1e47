import { createStateMaker, type FigureState } from './figure-state.ts'
import {
  type IdRange,
  type IdSetup,
  idMapOf,
  isInRange,
  largestId,
  parseId,
  parseSubuidLine,
  type SubordinateRange,
  toContainer,
  toHost,
  unmappedId,
} from './id-map.ts'

/** Plate 9.1: the same user under two UIDs. The texts are as typed, and valid. */
export type IdQuestion = { setup: IdSetup; line: string; uid: string; asked: string }

type Reading = { map: IdRange[]; range: SubordinateRange; uid: number; asked: number }

const fallbackRange: SubordinateRange = { user: 'deploy', start: 231_072, count: 65_536 }

export function readQuestion({ setup, line, uid, asked }: IdQuestion): Reading {
  const parsed = parseSubuidLine(line)
  const range = 'problem' in parsed ? fallbackRange : parsed
  const userId = parseId(uid) ?? 0
  return { map: idMapOf(setup, range, userId), range, uid: userId, asked: parseId(asked) ?? 0 }
}

export function lineProblem(text: string, uid: string): string | undefined {
  const range = parseSubuidLine(text)
  if ('problem' in range) return range.problem
  return isInRange(range, parseId(uid) ?? 0)
    ? `The range must not contain the user’s own ID, ${uid}.`
    : undefined
}

export function uidProblem(text: string, line: string): string | undefined {
  const id = parseId(text)
  if (id === undefined || id === 0) return `Enter an ordinary user’s ID, 1 to ${largestId}.`
  const range = parseSubuidLine(line)
  return 'problem' in range || !isInRange(range, id) ? undefined : 'This ID is in the subordinate range.'
}

export function askedProblem(text: string): string | undefined {
  return parseId(text) === undefined ? `Enter an ID, 0 to ${largestId}.` : undefined
}

/** The owner of a file inside and on the host; `outside` is undefined if the file cannot be created. */
export type OwnedFile = { name: string; inside: number; outside: number | undefined }

/** Files in a bind mount: two that existed before, and two that the container creates. */
export function filesOf(question: IdQuestion): OwnedFile[] {
  const { map, uid, asked } = readQuestion(question)
  const found = (name: string, outside: number) => ({ name, inside: toContainer(map, outside), outside })
  const written = (name: string, inside: number) => ({ name, inside, outside: toHost(map, inside) })
  return [found('notes.txt', uid), found('cert.pem', 0), written('root.log', 0), written('data.db', asked)]
}

export function describeIds(question: IdQuestion): string {
  const { map, range, asked } = readQuestion(question)
  return `${describeRoot(question)} ${describeAsked(asked, toHost(map, asked))}${describeOthers(question.setup, range)}`
}

function describeRoot(question: IdQuestion): string {
  const { range, uid } = readQuestion(question)
  switch (question.setup) {
    case 'usual':
      return 'Without a user namespace, root in the container is root on the host.'
    case 'remap':
      return `With \`userns-remap\`, root in the container is ${range.start} on the host, the first ID of the range.`
    case 'rootless':
      return `In rootless mode, root in the container is \`${range.user}\` (${uid}) on the host.`
    default:
      return question.setup satisfies never
  }
}

function describeAsked(asked: number, outside: number | undefined): string {
  if (outside === undefined) return `No process can have UID ${asked}, because the map has no place for it.`
  if (asked === 0) return 'Whatever root writes belongs to that user.'
  return outside === asked ? `UID ${asked} is ${asked} as well.` : `UID ${asked} is ${outside} there.`
}

function describeOthers(setup: IdSetup, { user }: SubordinateRange): string {
  if (setup === 'usual') return ' Every owner has the same number on both sides.'
  const owners = setup === 'remap' ? `\`${user}\` or root` : 'root'
  return ` A file that belongs to ${owners} on the host seems to be nobody’s (${unmappedId}) inside.`
}

const rootless: IdQuestion = { setup: 'rootless', line: 'deploy:231072:65536', uid: '1001', asked: '999' }

const state = createStateMaker(describeIds)

export const figureStates: FigureState<IdQuestion>[] = [
  state('usual', 'Usual install', { ...rootless, setup: 'usual' }),
  state('rootless', 'Rootless', rootless),
  state('remap', '`userns-remap`', { ...rootless, setup: 'remap' }),
  state('unmapped', 'Rootless, a UID too large', { ...rootless, asked: '70000' }),
]
