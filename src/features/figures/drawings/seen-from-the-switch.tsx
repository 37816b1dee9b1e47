import {
  type Access,
  accessFrom,
  addressesOnLan,
  addressOf,
  describeSetup,
  figureStates,
  type Machine,
  machines,
  macLimits,
  macOf,
  macsOnPort,
  modeLabels,
  type NetworkMode,
  type NetworkSetup,
  networkModes,
} from '#domain/figures/seen-from-the-switch.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'

export function SeenFromTheSwitch(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<NetworkSetup> = {
  id: 'seen-from-the-switch',
  figureStates,
  describeState: describeSetup,
  renderControls: (setup, choose) => (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="Driver and mode"
        options={networkModes.map((value) => ({ value, text: modeLabels[value] }))}
        value={setup.mode}
        onValueChange={(mode) => choose({ ...setup, mode })}
      />
      <RadioGroup
        variant="segments"
        name="MACs allowed on the port"
        options={macLimits.map((value) => ({ value, text: value }))}
        value={setup.limit}
        onValueChange={(limit) => choose({ ...setup, limit })}
      />
    </>
  ),
  renderDrawing: (size, setup) => <Lan size={size} setup={setup} />,
}

const pad = 8
const switchBox = { y: 22, height: 82 }
const cell = { mac: switchBox.y + 10, ip: switchBox.y + 44, height: 28 }
const host = { y: 148, height: 128 }
const box = { y: host.y + 52, height: 66 }
const accessRowY = { lan: host.y + host.height + 26, host: host.y + host.height + 60 }
const height = accessRowY.host + 20

type Columns = { width: number; xOf: (machine: Machine) => number; middleOf: (machine: Machine) => number }

function columnsFor(size: DrawingSize): Columns {
  const width = (size.width - 4 * pad) / 3
  const xOf = (machine: Machine) => pad + machines.indexOf(machine) * (width + pad)
  return { width, xOf, middleOf: (machine) => xOf(machine) + width / 2 }
}

function Lan({ size, setup }: { size: DrawingSize; setup: NetworkSetup }) {
  const columns = columnsFor(size)
  const short = (address: string) =>
    size.kind === 'wide' ? address : address.replace(/^192\.168\./, '…').replace(/^172\.17\./, '…')
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} color="soft">
        what the switch sees on this port
      </SvgText>
      <Box x={0} y={switchBox.y} width={size.width} height={switchBox.height} tone="outline" />
      {macsOnPort(setup).map(({ mac, machines, isDropped }) => (
        <Cell key={mac} y={cell.mac} columns={columns} machines={machines} isMac isDropped={isDropped}>
          {`MAC ${mac}`}
        </Cell>
      ))}
      {addressesOnLan(setup.mode).map(({ address, machines }) => (
        <Cell key={address} y={cell.ip} columns={columns} machines={machines}>
          {short(address)}
        </Cell>
      ))}
      <Cabling mode={setup.mode} columns={columns} width={size.width} />
      {machines.map((machine) => (
        <MachineBox
          key={machine}
          machine={machine}
          columns={columns}
          address={short(addressOf(setup.mode, machine))}
          mac={macOf(setup.mode, machine)}
          mode={setup.mode}
        />
      ))}
      <AccessRow client="lan" setup={setup} columns={columns} />
      <AccessRow client="host" setup={setup} columns={columns} />
    </Drawing>
  )
}

/** A MAC or IP address as the switch sees it, as wide as the machines that share it. */
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

/** The cable from the switch to `eth0`, and the connections behind it. */
function Cabling({ mode, columns, width }: { mode: NetworkMode; columns: Columns; width: number }) {
  const bus = host.y + 34
  const drop = (machine: Machine) => `M${columns.middleOf(machine)} ${bus}V${box.y}`
  const isBridge = mode === 'bridge'
  const start = columns.middleOf('host')
  return (
    <>
      <Box x={0} y={host.y} width={width} height={host.height} tone="outline" />
      <Line d={`M${start} ${switchBox.y + switchBox.height}V${bus}`} stroke="ink" isHeavy />
      <SvgText isCode x={start + 8} y={host.y - 12} color="soft">
        eth0
      </SvgText>
      <SvgText x={width} y={host.y - 12} anchor="end" color="soft">
        host
      </SvgText>
      <Line d={drop('host')} stroke="ink" />
      <Line
        d={`M${start} ${bus}H${columns.middleOf('db')}${drop('web')}${drop('db')}`}
        stroke={isBridge ? 'strong' : 'area'}
        isHeavy={!isBridge}
        isDashed={isBridge}
      />
      <SvgText x={columns.middleOf('web')} y={bus - 14} color="soft">
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
      <SvgText isCode x={middle} y={box.y + 34} anchor="middle" color="soft">
        {address}
      </SvgText>
      <SvgText isCode x={middle} y={box.y + 53} anchor="middle" color={hasOwnMac ? 'area' : 'soft'}>
        {mode === 'bridge' && !isHost ? 'not seen' : mac}
      </SvgText>
    </>
  )
}

function AccessRow({
  client,
  setup,
  columns,
}: {
  client: 'lan' | 'host'
  setup: NetworkSetup
  columns: Columns
}) {
  const y = accessRowY[client]
  return (
    <>
      <SvgText x={pad} y={y} color="soft">
        {client === 'lan' ? 'from the LAN' : 'from its host'}
      </SvgText>
      {(['web', 'db'] as const).map((container) => {
        const access = accessFrom(client, setup, container)
        const x = columns.xOf(container) + 10
        return (
          <g key={container}>
            <CheckOrCross x={x} y={y} kind={access === 'none' ? 'no' : 'yes'} />
            <SvgText x={x + 12} y={y} color={access === 'none' ? 'soft' : 'ink'}>
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
  none: 'no port',
} satisfies Record<Access, string>
