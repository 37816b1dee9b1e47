import { type Condition, type Engine, type EngineContainer, imageName, isRunning } from './engine.ts'
import { shortName } from './engine-drawing.ts'

/** A sentence for each difference between two states of the engine, containers first. Backticks mark names. */
export function describeChanges(before: Engine, after: Engine): string[] {
  return [
    ...containerChanges(before, after),
    ...existenceChanges('Network', before.networks, after.networks, ({ id, name }) => [id, name]),
    ...existenceChanges('Volume', before.volumes, after.volumes, ({ name }) => [name, shortName(name)]),
    ...existenceChanges('Image', before.images, after.images, (image) => [image.id, imageName(image)]),
    ...imageChanges(before, after),
  ]
}

const shownChanges = 3

/** The first few changes, and the number of others. */
export function summarizeChanges(changes: readonly string[]): string {
  // Naming one last change takes no more room than saying that there is one more.
  const shown = changes.length > shownChanges + 1 ? shownChanges : changes.length
  const others = changes.length - shown
  return [...changes.slice(0, shown), ...(others > 0 ? [`And ${others} more changes.`] : [])].join(' ')
}

function containerChanges(before: Engine, after: Engine): string[] {
  const known = new Map(before.containers.map((container) => [container.id, container]))
  const remaining = new Set(after.containers.map(({ id }) => id))
  return [
    ...after.containers.flatMap((container) => {
      const earlier = known.get(container.id)
      return earlier ? changesOf(earlier, container) : [describeNewContainer(container)]
    }),
    ...before.containers.filter(({ id }) => !remaining.has(id)).map(({ name }) => `\`${name}\` was removed.`),
  ]
}

function describeNewContainer(container: EngineContainer): string {
  if (isRunning(container)) return describeStart(container)
  if (container.condition === 'exited') return `\`${container.name}\` ran and ${describeExit(container)}.`
  return `\`${container.name}\` is ${conditionTexts[container.condition]}.`
}

/** How each condition of a container is described to the reader. */
const conditionTexts = {
  created: 'created but not started',
  running: 'running',
  starting: 'running; its health is not known yet',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  paused: 'paused',
  restarting: 'restarting',
  exited: 'stopped',
  removing: 'being removed',
  dead: 'dead: it could not be removed',
} satisfies Record<Condition, string>

function changesOf(before: EngineContainer, after: EngineContainer): string[] {
  const renamed = before.name === after.name ? [] : [`\`${before.name}\` is now called \`${after.name}\`.`]
  return [...renamed, ...conditionChange(before, after), ...connectionChanges(before, after)]
}

function conditionChange(before: EngineContainer, after: EngineContainer): string[] {
  if (before.condition === after.condition && before.exitCode === after.exitCode) return []
  if (after.condition === 'exited') return [`\`${after.name}\` ${describeExit(after)}.`]
  if (before.condition === 'paused' && isRunning(after)) return [`\`${after.name}\` is running again.`]
  if (isRunning(after) && !isRunning(before)) return [describeStart(after)]
  return [`\`${after.name}\` is ${conditionTexts[after.condition]}.`]
}

function describeExit({ exitCode }: EngineContainer): string {
  return exitCode === undefined ? 'exited' : `exited with code ${exitCode}`
}

function describeStart(container: EngineContainer): string {
  const { name, connections } = container
  const networks = joinNames(connections.map(({ network }) => `\`${network}\``))
  const ports = container.ports.flatMap(({ hostPort }) => (hostPort === undefined ? [] : [hostPort]))
  const published =
    ports.length === 0
      ? ''
      : `; ${ports.length === 1 ? 'port' : 'ports'} ${joinNames(ports.map(String))} ${ports.length === 1 ? 'is' : 'are'} published`
  return `\`${name}\` started${networks && ` on ${networks}`}${published}.`
}

/** Only for containers that existed before: the sentence about a new container names its networks. */
function connectionChanges(before: EngineContainer, after: EngineContainer): string[] {
  const names = (container: EngineContainer) => container.connections.map(({ network }) => network)
  const [earlier, now] = [names(before), names(after)]
  if (isRunning(after) && !isRunning(before) && before.condition !== 'paused') return []
  return [
    ...now
      .filter((network) => !earlier.includes(network))
      .map((network) => `\`${after.name}\` was connected to \`${network}\`.`),
    ...earlier
      .filter((network) => !now.includes(network))
      .map((network) => `\`${after.name}\` was disconnected from \`${network}\`.`),
  ]
}

/** Sentences for what was added and what was removed. */
function existenceChanges<Thing>(
  kind: string,
  before: Thing[],
  after: Thing[],
  identify: (thing: Thing) => [id: string, name: string],
): string[] {
  const sentences = (things: Thing[], others: Thing[], verb: string) => {
    const ids = new Set(others.map((other) => identify(other)[0]))
    return things.flatMap((thing) => {
      const [id, name] = identify(thing)
      return ids.has(id) ? [] : [`${kind} \`${name}\` was ${verb}.`]
    })
  }
  const added = kind === 'Image' ? 'added' : 'created'
  return [...sentences(after, before, added), ...sentences(before, after, 'removed')]
}

/** Images whose name changed, and images whose last container was removed. */
function imageChanges(before: Engine, after: Engine): string[] {
  const earlier = new Map(before.images.map((image) => [image.id, image]))
  const isUsed = ({ containers }: Engine, id: string) => containers.some(({ imageId }) => imageId === id)
  return after.images.flatMap((image) => {
    const was = earlier.get(image.id)
    if (!was) return []
    const names = image.names.filter((name) => !was.names.includes(name))
    const lost = was.names.filter((name) => !image.names.includes(name))
    return [
      ...names.map((name) => `Image \`${imageName(was)}\` is now also called \`${name}\`.`),
      ...lost.map((name) => `Image \`${imageName(image)}\` lost the name \`${name}\`.`),
      ...(isUsed(before, image.id) && !isUsed(after, image.id)
        ? [`Image \`${imageName(image)}\` is no longer used.`]
        : []),
    ]
  })
}

function joinNames(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
