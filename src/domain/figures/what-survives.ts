import type { FigureState } from './figure-state.ts'

/** Plate 7.2: five locations where a service can write, and what is left of the data after each command. */
export const dataLocations = ['layer', 'named', 'anonymous', 'bind', 'tmpfs'] as const
export type DataLocation = (typeof dataLocations)[number]

/** Each command does everything that the ones before it do, and more. */
export const commands = ['up', 'stop', 'rm', 'down', 'down -v'] as const
export type Command = (typeof commands)[number]

/** The command that deletes the data. A bind mount is the reader’s own directory, which no command deletes. */
const removedBy: Record<DataLocation, Command | undefined> = {
  layer: 'rm',
  named: 'down -v',
  anonymous: 'down -v',
  bind: undefined,
  tmpfs: 'stop',
}

/** `orphaned`: still on the disk, but no later `up` uses it. */
export type DataState = 'in use' | 'kept' | 'orphaned' | 'gone'

export function dataStateAfter(location: DataLocation, command: Command): DataState {
  if (command === 'up') return 'in use'
  const end = removedBy[location]
  if (end !== undefined && includesCommand(command, end)) return 'gone'
  return location === 'anonymous' && !hasContainer(command) ? 'orphaned' : 'kept'
}

export function isRunning(command: Command): boolean {
  return command === 'up'
}

export function hasContainer(command: Command): boolean {
  return !includesCommand(command, 'rm')
}

function includesCommand(command: Command, other: Command): boolean {
  return commands.indexOf(command) >= commands.indexOf(other)
}

const sentences = {
  up: 'Running: the service writes in five places. Only the writable layer is part of its container.',
  stop: '`docker compose stop`: the tmpfs is gone, since it was memory. The writable layer stays for the next start, like everything else.',
  rm: '`docker compose rm`: the writable layer goes with the container. Both volumes stay on the disk, and only the one with a name is found again.',
  down: '`docker compose down`: for data the same as `stop` and `rm`; what it removes besides is the network. Named volumes are kept.',
  'down -v':
    '`docker compose down -v`: both volumes are deleted, without a question. Only the bind mount is left, since it is a directory of your own.',
} satisfies Record<Command, string>

export function describeDataState(command: Command): string {
  return sentences[command]
}

export const figureStates: FigureState<Command>[] = commands.map((command) => ({
  id: command.replace(' ', ''),
  value: command,
  label: `\`docker compose ${command}\``,
  description: sentences[command],
}))
