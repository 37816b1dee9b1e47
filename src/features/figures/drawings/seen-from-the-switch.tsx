import {
  type Access,
  accessFrom,
  addressesOnLan,
  addressOf,
  describeWiring,
  figureStates,
  type Machine,
  machines,
  macLimits,
  macOf,
  macsOnPort,
  modeLabels,
  type NetworkMode,
  networkModes,
  type Wiring,
} from '#domain/figures/seen-from-the-switch.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureParts } from '../plate.tsx'
import { Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'

export function SeenFromTheSwitch(props: FigureProps) {
  return <DrawnFigure parts={parts} {...props} />
}

const parts: FigureParts<Wiring> = {
  id: 'seen-from-the-switch',
  figureStates,
  sentenceOf: describeWiring,
  renderControls: (wiring, choose) => (
    <>
      <RadioGroup
        look="segments"
        areCode
        name="Driver and mode"
        options={networkModes.map((value) => ({ value, text: modeLabels[value] }))}
        value={wiring.mode}
        onValueChange={(mode) => choose({ ...wiring, mode })}
      />
      <RadioGroup
        look="segments"
        name="MACs allowed on the port"
        options={macLimits.map((value) => ({ value, text: value }))}
        value={wiring.limit}
        onValueChange={(limit) => choose({ ...wiring, limit })}
      />
    </>
  ),
  renderDrawing: (sheet, wiring) => <Lan sheet={sheet} wiring={wiring} />,
}

const pad = 8
const switchBox = { y: 22, height: 82 }
const cell = { mac: switchBox.y + 10, ip: switchBox.y + 44, height: 28 }
const host = { y: 148, height: 128 }
const box = { y: host.y + 52, height: 66 }
const verdicts = { lan: host.y + host.height + 26, host: host.y + host.height + 60 }
const height = verdicts.host + 20

type Columns = { width: number; xOf: (machine: Machine) => number; middleOf: (machine: Machine) => number }

function columnsFor(sheet: DrawingSize): Columns {
  const width = (sheet.width - 4 * pad) / 3
  const xOf = (machine: Machine) => pad + machines.indexOf(machine) * (width + pad)
  return { width, xOf, middleOf: (machine) => xOf(machine) + width / 2 }
}

function Lan({ sheet, wiring }: { sheet: DrawingSize; wiring: Wiring }) {
  const columns = columnsFor(sheet)
  const short = (address: string) =>
    sheet.kind === 'wide' ? address : address.replace(/^192\.168\./, '…').replace(/^172\.17\./, '…')
  return (
    <Drawing sheet={sheet} height={height}>
      <SvgText x={0} y={8} ink="soft">
        what the switch sees on this port
      </SvgText>
      <Box x={0} y={switchBox.y} width={sheet.width} height={switchBox.height} tone="outline" />
      {macsOnPort(wiring).map(({ mac, machines, isDropped }) => (
        <Cell key={mac} y={cell.mac} columns={columns} machines={machines} isMac isDropped={isDropped}>
          {`MAC ${mac}`}
        </Cell>
      ))}
      {addressesOnLan(wiring.mode).map(({ address, machines }) => (
        <Cell key={address} y={cell.ip} columns={columns} machines={machines}>
          {short(address)}
        </Cell>
      ))}
      <Cabling mode={wiring.mode} columns={columns} width={sheet.width} />
      {machines.map((machine) => (
        <MachineBox
          key={machine}
          machine={machine}
          columns={columns}
          address={short(addressOf(wiring.mode, machine))}
          mac={macOf(wiring.mode, machine)}
          mode={wiring.mode}
        />
      ))}
      <AccessRow client="lan" wiring={wiring} columns={columns} />
      <AccessRow client="host" wiring={wiring} columns={columns} />
    </Drawing>
  )
}

/** An address in the switch's view, as wide as the machines that it stands for. */
function Cell({
  y,
  columns,
  machines: [first, ...others],
  isMac = false,
  isDropped = false,
  children,
}: {
  y: number
  columns: Columns
  machines: readonly Machine[]
  isMac?: boolean
  isDropped?: boolean
  children: string
}) {
  if (!first) return null
  const x = columns.xOf(first)
  const width = columns.width + others.length * (columns.width + pad)
  const tone = isDropped ? 'gone' : isMac ? 'area' : 'plain'
  return (
    <>
      <Box x={x} y={y} width={width} height={cell.height} tone={tone} isCode>
        {children}
      </Box>
      {isDropped && <CheckOrCross x={x + width - 9} y={y + cell.height / 2} kind="no" />}
    </>
  )
}

/** From the switch to `eth0`, and from there to what is behind it. */
function Cabling({ mode, columns, width }: { mode: NetworkMode; columns: Columns; width: number }) {
  const bus = host.y + 34
  const drop = (machine: Machine) => `M${columns.middleOf(machine)} ${bus}V${box.y}`
  const isBridge = mode === 'bridge'
  const start = columns.middleOf('host')
  return (
    <>
      <Box x={0} y={host.y} width={width} height={host.height} tone="outline" />
      <Line d={`M${start} ${switchBox.y + switchBox.height}V${bus}`} stroke="ink" isHeavy />
      <SvgText isCode x={start + 8} y={host.y - 12} ink="soft">
        eth0
      </SvgText>
      <SvgText x={width} y={host.y - 12} anchor="end" ink="soft">
        host
      </SvgText>
      <Line d={drop('host')} stroke="ink" />
      <Line
        d={`M${start} ${bus}H${columns.middleOf('db')}${drop('web')}${drop('db')}`}
        stroke={isBridge ? 'strong' : 'area'}
        isHeavy={!isBridge}
        isDashed={isBridge}
      />
      <SvgText x={columns.middleOf('web')} y={bus - 14} ink="soft">
        {betweenLabels[mode]}
      </SvgText>
    </>
  )
}

const betweenLabels = {
  bridge: 'NAT, docker0',
  macvlan: 'each has its own MAC',
  l2: 'one MAC for all',
  l3: 'routed, no broadcast',
} satisfies Record<NetworkMode, string>

function MachineBox({
  machine,
  columns,
  address,
  mac,
  mode,
}: {
  machine: Machine
  columns: Columns
  address: string
  mac: string
  mode: NetworkMode
}) {
  const middle = columns.middleOf(machine)
  const isHost = machine === 'host'
  const hasOwnMac = isHost || mode === 'macvlan'
  return (
    <>
      <Box
        x={columns.xOf(machine)}
        y={box.y}
        width={columns.width}
        height={box.height}
        tone={isHost ? 'sunk' : 'plain'}
      />
      <SvgText isCode={!isHost} x={middle} y={box.y + 14} anchor="middle">
        {isHost ? 'host itself' : machine}
      </SvgText>
      <SvgText isCode x={middle} y={box.y + 34} anchor="middle" ink="soft">
        {address}
      </SvgText>
      <SvgText isCode x={middle} y={box.y + 53} anchor="middle" ink={hasOwnMac ? 'area' : 'soft'}>
        {mode === 'bridge' && !isHost ? 'not seen' : mac}
      </SvgText>
    </>
  )
}

function AccessRow({
  client,
  wiring,
  columns,
}: {
  client: 'lan' | 'host'
  wiring: Wiring
  columns: Columns
}) {
  const y = verdicts[client]
  return (
    <>
      <SvgText x={pad} y={y} ink="soft">
        {client === 'lan' ? 'from the LAN' : 'from its host'}
      </SvgText>
      {(['web', 'db'] as const).map((container) => {
        const access = accessFrom(client, wiring, container)
        const x = columns.xOf(container) + 10
        return (
          <g key={container}>
            <CheckOrCross x={x} y={y} kind={access === 'none' ? 'no' : 'yes'} />
            <SvgText x={x + 12} y={y} ink={access === 'none' ? 'soft' : 'ink'}>
              {accessLabels[access]}
            </SvgText>
          </g>
        )
      })}
    </>
  )
}

const accessLabels = {
  direct: 'every port',
  port: 'with -p',
  route: 'via a route',
  none: 'unreachable',
} satisfies Record<Access, string>
