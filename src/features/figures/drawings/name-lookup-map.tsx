import {
  type Answer,
  type Client,
  containers,
  internalNetwork,
  type Network,
  networks,
  networksOf,
} from '#domain/figures/name-lookup.ts'
import type { DrawingSize } from '../drawing-area.tsx'
import { Arrow, Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'

/** The upper half of plate 5.2: the DNS servers, the containers, and their networks. */

const servers = { y: 0, height: 36 }
const row = { y: 86, height: 40 }
const lanes = { front: 154, back: 188, docker0: 154 }
export const mapHeight = 208

const boxIds = ['web', 'api1', 'api2', 'db', 'blog'] as const
type BoxId = (typeof boxIds)[number]
const boxNames = { web: 'web', api1: 'api 1', api2: 'api 2', db: 'db', blog: 'blog' } satisfies Record<
  BoxId,
  string
>
const boxOf = { web: 'web', api: 'api1', db: 'db', blog: 'blog' } satisfies Record<Client, BoxId>

type Columns = { width: number; gap: number; middleOf: (id: BoxId) => number }

function columnsOf(width: number, isWide: boolean): Columns {
  const gap = isWide ? 24 : 9
  const boxWidth = (width - 4 * gap) / 5
  return {
    width: boxWidth,
    gap,
    middleOf: (id) => boxIds.indexOf(id) * (boxWidth + gap) + boxWidth / 2,
  }
}

export function LookupMap({ size, client, answer }: { size: DrawingSize; client: Client; answer: Answer }) {
  const columns = columnsOf(size.width, size.kind === 'wide')
  const found: readonly string[] = answer.by === 'embedded' ? answer.found.map(({ id }) => id) : []
  return (
    <>
      <Servers size={size} client={client} answer={answer} columns={columns} />
      {networks.map((network) => (
        <Lane
          key={network}
          network={network}
          columns={columns}
          isAnswering={answer.by === 'embedded' && answer.network === network}
        />
      ))}
      <DefaultBridge columns={columns} />
      {boxIds.map((id) => (
        <Box
          key={id}
          x={columns.middleOf(id) - columns.width / 2}
          y={row.y}
          width={columns.width}
          height={row.height}
          tone={id === boxOf[client] ? 'area' : 'plain'}
          isCode
        >
          {boxNames[id]}
        </Box>
      ))}
      {boxIds
        .filter((id) => found.includes(id))
        .map((id) => (
          <CheckOrCross key={id} x={columns.middleOf(id) + 14} y={row.y - 9} kind="yes" />
        ))}
    </>
  )
}

/** The embedded server is inside the container that asks; the others are outside the host. */
function Servers({
  size,
  client,
  answer,
  columns,
}: {
  size: DrawingSize
  client: Client
  answer: Answer
  columns: Columns
}) {
  const width = size.kind === 'wide' ? 170 : 112
  const middle = servers.y + servers.height / 2
  const upstream = { x: size.width - width, middle: size.width - width / 2 }
  const isEmbedded = networksOf(client).length > 0
  const clientX = columns.middleOf(boxOf[client])
  const turn = row.y - 24
  const target = isEmbedded ? width / 2 : upstream.middle
  return (
    <>
      <Box
        x={0}
        {...servers}
        width={width}
        tone={!isEmbedded ? 'gone' : answer.by === 'embedded' ? 'area' : 'plain'}
        isCode
      >
        127.0.0.11
      </Box>
      <Box
        x={upstream.x}
        {...servers}
        width={width}
        tone={answer.by === 'upstream' ? (answer.isFound ? 'area' : 'plain') : 'gone'}
      >
        host’s DNS
      </Box>
      {answer.by === 'hosts file' ? (
        <Line
          d={`M${clientX - 12} ${row.y}C${clientX - 24} ${turn - 8} ${clientX + 24} ${turn - 8} ${clientX + 12} ${row.y - 2}m-3 -7l3 7l5 -5`}
          stroke="area"
          isHeavy
        />
      ) : (
        <Arrow
          points={[
            [clientX, row.y],
            [clientX, turn],
            [target, turn],
            [target, servers.y + servers.height + 3],
          ]}
          stroke="area"
          isHeavy
        />
      )}
      {isEmbedded && answer.by === 'upstream' && (
        <Arrow
          points={[
            [width + 2, middle],
            [upstream.x - 3, middle],
          ]}
          stroke="area"
          isHeavy
        />
      )}
      {answer.by === 'nobody' && (
        <>
          <Line d={`M${width + 2} ${middle}H${(width + upstream.x) / 2 - 9}`} stroke="area" isHeavy />
          <CheckOrCross x={(width + upstream.x) / 2} y={middle} kind="no" />
        </>
      )}
    </>
  )
}

/** A network is a line to which its members are connected. The containers of api have two connectors. */
function Lane({
  network,
  columns,
  isAnswering,
}: {
  network: Network
  columns: Columns
  isAnswering: boolean
}) {
  const y = lanes[network]
  const members = containers.filter(({ addresses }) => addresses[network] !== undefined)
  const middles = members.map(({ id }) => columns.middleOf(id))
  const shift = network === 'front' ? -7 : 7
  const from = Math.min(...middles) - columns.width / 2
  const to = Math.max(...middles) + columns.width / 2
  const isInternal = network === internalNetwork
  return (
    <>
      <Line
        d={middles.map((x) => `M${x + shift} ${row.y + row.height}V${y}`).join('')}
        stroke={isAnswering ? 'area' : 'strong'}
        isHeavy={isAnswering}
      />
      <Line d={`M${from} ${y}H${to}`} stroke={isAnswering ? 'area' : 'ink'} isHeavy isDashed={isInternal} />
      <SvgText
        x={isInternal ? to : from}
        y={y + 14}
        anchor={isInternal ? 'end' : 'start'}
        color={isAnswering ? 'area' : 'soft'}
      >
        {isInternal ? `${network}, internal` : network}
      </SvgText>
    </>
  )
}

function DefaultBridge({ columns }: { columns: Columns }) {
  const x = columns.middleOf('blog')
  return (
    <>
      <Line d={`M${x} ${row.y + row.height}V${lanes.docker0}`} />
      <Line d={`M${x - columns.width / 2} ${lanes.docker0}H${x + columns.width / 2}`} stroke="ink" isHeavy />
      <SvgText isCode x={x + columns.width / 2} y={lanes.docker0 + 14} anchor="end" color="soft">
        docker0
      </SvgText>
    </>
  )
}
