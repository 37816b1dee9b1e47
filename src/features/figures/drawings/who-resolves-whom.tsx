import {
  type ClientEndpoint,
  clientEndpoints,
  containers,
  describeReachability,
  type Endpoint,
  endpoints,
  figureStates,
  layoutLabels,
  type Network,
  type NetworkLayout,
  networkLayouts,
  networks,
  published,
  type Query,
  type Reachability,
  reachabilityOf,
} from '#domain/figures/who-resolves-whom.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'
import { box, type Columns, ConnectionPath, columnsOf, middleOf, portY } from './who-resolves-whom-paths.tsx'

export function WhoResolvesWhom(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Query> = {
  id: 'who-resolves-whom',
  figureStates,
  describeState: ({ layout, client }) => describeReachability(layout, client),
  renderControls: (query, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Networks"
        options={networkLayouts.map((value) => ({ value, text: layoutLabels[value] }))}
        value={query.layout}
        onValueChange={(layout) => choose({ ...query, layout })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name="Who asks"
        options={clientEndpoints.map((value) => ({ value, text: value }))}
        value={query.client}
        onValueChange={(client) => choose({ ...query, client })}
      />
    </>
  ),
  renderDrawing: (size, { layout, client }) => <Host size={size} layout={layout} client={client} />,
}

const networkLines = 164
const frame = { top: 24, foot: 224 }
const reachabilityY = 258
const height = reachabilityY + 34

function Host({
  size,
  layout,
  client,
}: {
  size: DrawingSize
  layout: NetworkLayout
  client: ClientEndpoint
}) {
  const columns = columnsOf[size.kind]
  const others = containers.filter((container) => container !== client)
  return (
    <Drawing size={size} height={height}>
      <Box
        x={columns.frame}
        y={frame.top}
        width={size.width - columns.frame}
        height={frame.foot - frame.top}
        tone="outline"
      />
      <SvgText x={columns.frame} y={10} color="soft">
        host
      </SvgText>
      <PublishedPort x={columns.frame} />
      {networks[layout].map((network) => (
        <NetworkLine
          key={network.name}
          network={network}
          y={networkLines + (network.isInternal ? 30 : 0)}
          columns={columns}
        />
      ))}
      {endpoints.map((endpoint) => (
        <EndpointBox key={endpoint} endpoint={endpoint} isClient={endpoint === client} columns={columns} />
      ))}
      {others.map((container) => (
        <ConnectionPath
          key={container}
          from={client}
          to={container}
          kind={reachabilityOf(layout, client, container)}
          columns={columns}
        />
      ))}
      {others.map((container) => (
        <ReachabilityMark
          key={container}
          kind={reachabilityOf(layout, client, container)}
          x={middleOf(container, columns)}
        />
      ))}
    </Drawing>
  )
}

/** The published port: an opening in the host's border that leads to one container. */
function PublishedPort({ x }: { x: number }) {
  return (
    <>
      <Box x={x - 4} y={portY - 10} width={8} height={20} tone="plain" radius={1} />
      <SvgText x={x - 8} y={portY + 34} anchor="end" color="soft">
        :{published.port}
      </SvgText>
    </>
  )
}

function EndpointBox({
  endpoint,
  isClient,
  columns,
}: {
  endpoint: Endpoint
  isClient: boolean
  columns: Columns
}) {
  const isInternet = endpoint === 'world'
  const width = isInternet ? columns.worldWidth : columns.width
  const x = middleOf(endpoint, columns) - width / 2
  const tone = isClient ? 'area' : isInternet ? 'gone' : 'plain'
  return (
    <Box x={x} y={box.y} width={width} height={box.height} tone={tone} isCode={!isInternet}>
      {endpoint}
    </Box>
  )
}

/** A bridge network: a line to which its members are connected. */
function NetworkLine({ network, y, columns }: { network: Network; y: number; columns: Columns }) {
  const middles = network.members.map((member) => middleOf(member, columns))
  const from = Math.min(...middles) - columns.width / 2
  const to = Math.max(...middles) + columns.width / 2
  // A container on two networks has its connectors side by side.
  const shift = network.isInternal ? 7 : network.name === 'front' ? -7 : 0
  const connectors = middles.map((x) => `M${x + shift} ${box.y + box.height}V${y}`).join('')
  return (
    <>
      <Line d={connectors} />
      <Line d={`M${from} ${y}H${to}`} stroke="ink" isHeavy isDashed={network.isInternal} />
      <SvgText
        x={network.isInternal ? to : from}
        y={y + 15}
        anchor={network.isInternal ? 'end' : 'start'}
        color="soft"
      >
        {network.isInternal ? `${network.name}, internal` : network.name}
      </SvgText>
    </>
  )
}

const reachabilityLabels = {
  name: 'name',
  address: 'address',
  port: `:${published.port}`,
  none: 'no path',
} satisfies Record<Reachability, string>

function ReachabilityMark({ kind, x }: { kind: Reachability; x: number }) {
  return (
    <>
      <CheckOrCross x={x} y={reachabilityY} kind={kind === 'none' ? 'no' : 'yes'} />
      <SvgText x={x} y={reachabilityY + 20} anchor="middle" color={kind === 'none' ? 'soft' : 'ink'}>
        {reachabilityLabels[kind]}
      </SvgText>
    </>
  )
}
