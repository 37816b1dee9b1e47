import { createStateFactory, type FigureState } from './figure-state.ts'
import {
  type IdRange,
  type IdSetup,
  idMapOf,
  isInRange,
  maxId,
  parseId,
  parseSubuidLine,
  type SubordinateRange,
  toContainer,
  toHost,
  unmappedId,
} from './id-map.ts'

/** Plate 9.1: the same user under two UIDs. The texts are as typed, and valid. */
export type IdQuestion = { setup: IdSetup; line: string; uid: string; asked: string }

type ParsedIdQuestion = {
  map: IdRange[]
  range: SubordinateRange
  uid: number
  asked: number
  /** Whether the range contains the user’s own ID. */
  isOverlapping: boolean
  /**
   * The kernel rejects a map in which an ID of the host appears twice. The map of rootless mode starts with the user’s own
   * ID; that of `userns-remap` consists of the range alone.
   */
  isRejected: boolean
}

const fallbackRange: SubordinateRange = { user: 'deploy', start: 231_072, count: 65_536 }

export function parseIdQuestion({ setup, line, uid, asked }: IdQuestion): ParsedIdQuestion {
  const parsed = parseSubuidLine(line)
  const range = 'problem' in parsed ? fallbackRange : parsed
  const userId = parseId(uid) ?? 0
  const isOverlapping = isInRange(range, userId)
  return {
    map: idMapOf(setup, range, userId),
    range,
    uid: userId,
    asked: parseId(asked) ?? 0,
    isOverlapping,
    isRejected: setup === 'rootless' && isOverlapping,
  }
}

export function lineProblem(text: string): string | undefined {
  const range = parseSubuidLine(text)
  return 'problem' in range ? range.problem : undefined
}

export function uidProblem(text: string): string | undefined {
  const id = parseId(text)
  return id === undefined || id === 0 ? `Enter an ordinary user’s ID, 1 to ${maxId}.` : undefined
}

export function askedProblem(text: string): string | undefined {
  return parseId(text) === undefined ? `Enter an ID, 0 to ${maxId}.` : undefined
}

/** The owner of a file; `inside` is undefined without a container, `outside` if the file cannot be created. */
export type OwnedFile = { name: string; inside: number | undefined; outside: number | undefined }

/** Files in a bind mount: two that existed before, and two that the container creates, if it starts. */
export function filesOf(question: IdQuestion): OwnedFile[] {
  const { map, uid, asked, isRejected } = parseIdQuestion(question)
  const found = (name: string, outside: number) => ({
    name,
    inside: isRejected ? undefined : toContainer(map, outside),
    outside,
  })
  const written = (name: string, inside: number) => ({ name, inside, outside: toHost(map, inside) })
  if (isRejected) return [found('notes.txt', uid), found('cert.pem', 0)]
  return [found('notes.txt', uid), found('cert.pem', 0), written('root.log', 0), written('data.db', asked)]
}

export function describeIds(question: IdQuestion): string {
  const { map, range, uid, asked, isRejected } = parseIdQuestion(question)
  if (isRejected)
    return `Rootless mode can’t use this range: it contains the ID of \`${range.user}\` (${uid}), which already stands for root in the container. The kernel rejects a map in which an ID of the host appears twice.`
  return `${describeRoot(question)} ${describeAsked(asked, toHost(map, asked))}${describeOthers(question)}`
}

function describeRoot(question: IdQuestion): string {
  const { range, uid } = parseIdQuestion(question)
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

function describeOthers(question: IdQuestion): string {
  const { map, range, uid, isOverlapping } = parseIdQuestion(question)
  if (question.setup === 'usual') return ' Every owner has the same number on both sides.'
  if (question.setup === 'remap' && isOverlapping)
    return ` The range contains the ID of \`${range.user}\`, too: UID ${toContainer(map, uid)} inside may do what \`${range.user}\` may do on the host.`
  const owners = question.setup === 'remap' ? `\`${range.user}\` or root` : 'root'
  return ` A file that belongs to ${owners} on the host seems to be nobody’s (${unmappedId}) inside.`
}

const rootless: IdQuestion = { setup: 'rootless', line: 'deploy:231072:65536', uid: '1001', asked: '999' }

const state = createStateFactory(describeIds)

export const figureStates: FigureState<IdQuestion>[] = [
  state('usual', 'Usual install', { ...rootless, setup: 'usual' }),
  state('rootless', 'Rootless', rootless),
  state('remap', '`userns-remap`', { ...rootless, setup: 'remap' }),
  state('unmapped', 'Rootless, a UID too large', { ...rootless, asked: '70000' }),
]
