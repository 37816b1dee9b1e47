import {
  type EngineContainer,
  type EngineNetwork,
  isRunning,
  type PublishedPort,
} from '#domain/engine/engine.ts'
import { describeCondition, type Lane, type LaneContainer } from '#domain/engine/engine-drawing.ts'

/** A network as a line that its containers hang from. */
export function LaneRow({ lane: { network, containers } }: { lane: Lane }) {
  const details = [kindOf(network), network.subnet, network.isInternal && 'internal'].filter(Boolean)
  return (
    <li className="engine-lane" data-internal={network.isInternal || undefined}>
      <p className="engine-wire" data-flip-id={network.id}>
        <b translate="no">{network.name}</b> <span className="engine-soft">{details.join(' · ')}</span>
      </p>
      {containers.length === 0 ? (
        <p className="engine-note">No containers</p>
      ) : (
        <ul className="engine-lane-containers">
          {containers.map((entry) => (
            <LaneContainerBox key={entry.container.id} entry={entry} networkId={network.id} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The drivers of the networks `host` and `none` are called `host` and `null`, which explains neither. */
function kindOf({ driver }: EngineNetwork): string {
  if (driver === 'null') return 'no network at all'
  return driver === 'host' ? 'the network of the host itself' : driver
}

/** Containers without a network of their own, such as those that use another container’s. */
export function UnconnectedContainers({ containers }: { containers: EngineContainer[] }) {
  return (
    <li className="engine-lane" data-unconnected>
      <p className="engine-wire engine-soft">On no network of their own</p>
      <ul className="engine-lane-containers">
        {containers.map((container) => (
          <li key={container.id} className="engine-container" data-condition={toneOf(container)}>
            <ContainerDetails container={container} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function LaneContainerBox({ entry, networkId }: { entry: LaneContainer; networkId: string }) {
  const { container, connection, isMain } = entry
  return (
    <li
      className="engine-container"
      data-condition={toneOf(container)}
      data-flip-id={isMain ? container.id : `${container.id} ${networkId}`}
    >
      {isMain ? (
        <ContainerDetails container={container} />
      ) : (
        <span className="engine-title">
          <ContainerName container={container} /> <span className="engine-soft">as above</span>
        </span>
      )}
      {connection.address && (
        <span className="engine-soft engine-code" translate="no">
          {connection.address}
        </span>
      )}
    </li>
  )
}

function ContainerDetails({ container }: { container: EngineContainer }) {
  return (
    <>
      <span className="engine-title">
        <ContainerName container={container} /> <span>{describeCondition(container)}</span>
      </span>
      {container.service !== undefined && container.service !== container.name && (
        <span className="engine-soft">
          service{' '}
          <span className="engine-code" translate="no">
            {container.service}
          </span>
        </span>
      )}
      {container.ports.length > 0 && (
        <ul className="engine-ports">
          {container.ports.map((port) => (
            <Port
              key={`${port.hostAddress} ${port.hostPort} ${port.containerPort} ${port.protocol}`}
              port={port}
            />
          ))}
        </ul>
      )}
      <span className="engine-soft engine-code" translate="no">
        {container.image}
      </span>
    </>
  )
}

function ContainerName({ container }: { container: EngineContainer }) {
  return (
    <b className="engine-name" translate="no">
      {container.name}
    </b>
  )
}

function Port({ port }: { port: PublishedPort }) {
  const { hostAddress, hostPort, containerPort, protocol } = port
  const inside = `${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`
  if (hostPort === undefined)
    return (
      <li>
        <span>{inside}</span> <span className="engine-soft">not published</span>
      </li>
    )
  const outside = `${hostAddress ? `${hostAddress}:` : ''}${hostPort}`
  return (
    <li data-published translate="no">
      <span className="sr-only">
        Port {outside} of the host leads to {inside}
      </span>
      <span aria-hidden="true">
        {outside} → {inside}
      </span>
    </li>
  )
}

/** The style of the box; the text says the same. */
function toneOf(container: EngineContainer): string {
  if (container.condition === 'unhealthy' || container.condition === 'healthy') return container.condition
  return isRunning(container) ? 'running' : container.condition === 'paused' ? 'paused' : 'stopped'
}
