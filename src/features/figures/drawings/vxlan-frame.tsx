import {
  describeUnderlay,
  dockerMtuOf,
  excessBytesOf,
  type FramePart,
  figureStates,
  framePartsOf,
  innerMtuOf,
  ipVersions,
  outerPacketBytes,
  seenOnTheWire,
  type Underlay,
} from '#domain/figures/vxlan-frame.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import { LedgerRow, ledgerRowHeight } from '../ledger-row.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'
import { MtuField } from './mtu-field.tsx'

export function VxlanFrame(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Underlay> = {
  id: 'vxlan-frame',
  figureStates,
  describeState: describeUnderlay,
  renderControls: (underlay, choose) => (
    <>
      <MtuField mtu={underlay.mtu} onMtuChange={(mtu) => choose({ ...underlay, mtu })} />
      <RadioGroup
        variant="segments"
        name="Between the nodes"
        options={ipVersions.map((value) => ({ value, text: value }))}
        value={underlay.ip}
        onValueChange={(ip) => choose({ ...underlay, ip })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name={<span translate="no">--opt</span>}
        options={encryptionOptions}
        value={underlay.isEncrypted ? 'encrypted' : 'none'}
        onValueChange={(option) => choose({ ...underlay, isEncrypted: option === 'encrypted' })}
      />
    </>
  ),
  renderDrawing: (size, underlay) => <Frame size={size} underlay={underlay} />,
}

const encryptionOptions = [
  { value: 'none', text: 'none' },
  { value: 'encrypted', text: 'encrypted' },
] as const

const rowHeight = 27
const indent = 14
/** The height of all parts with ESP. Without ESP, the data gets the remaining height, as it does in a real frame. */
const framePartsHeight = 10 * rowHeight
const ledger = framePartsHeight + 30
const height = ledger + 4 * ledgerRowHeight

function Frame({ size, underlay }: { size: DrawingSize; underlay: Underlay }) {
  const width = size.kind === 'wide' ? 430 : 206
  const parts = framePartsOf(underlay)
  const rows = rowsOf(parts)
  const rowOf = (id: string) => rows.find(({ part }) => part.id === id)?.y ?? 0
  const encrypted = rows.filter(({ part }) => part.isEncrypted)
  return (
    <Drawing size={size} height={height}>
      {rows.map((row) => (
        <PartRow key={row.part.id} row={row} width={width} />
      ))}
      {encrypted.map(({ part, y, height }) => (
        <HatchedArea
          key={part.id}
          x={part.depth * indent}
          y={y}
          width={width - part.depth * indent}
          height={height}
        />
      ))}
      {rows.map((row) => (
        <PartLabel key={row.part.id} row={row} width={width} />
      ))}
      <SizeBracket
        x={width + 8}
        from={rowOf('inner-ip')}
        to={rowOf('data') + (rows.find(({ part }) => part.id === 'data')?.height ?? 0)}
        sizeBytes={innerMtuOf(underlay)}
        isInner
      />
      <SizeBracket
        x={width + 58}
        from={rowOf('ip')}
        to={framePartsHeight}
        sizeBytes={outerPacketBytes(parts)}
      />
      <Ledger size={size} underlay={underlay} />
    </Drawing>
  )
}

type Row = { part: FramePart; y: number; height: number }

function rowsOf(parts: readonly FramePart[]): Row[] {
  const spare = framePartsHeight - parts.length * rowHeight
  const heightOf = ({ id }: FramePart) => rowHeight + (id === 'data' ? spare : 0)
  return parts.map((part, index) => ({
    part,
    y: parts.slice(0, index).reduce((sum, above) => sum + heightOf(above), 0),
    height: heightOf(part),
  }))
}

function PartRow({ row: { part, y, height }, width }: { row: Row; width: number }) {
  const x = part.depth * indent
  return <Box x={x} y={y} width={width - x} height={height} tone={toneOf(part)} />
}

/** Distinguishes the container’s own packet, its headers, and the outer packet. */
function toneOf({ id, depth }: FramePart) {
  if (id === 'inner-ethernet') return 'plain'
  return depth === 2 ? 'area' : depth === 1 ? 'plain' : 'sunk'
}

function PartLabel({ row: { part, y, height }, width }: { row: Row; width: number }) {
  return (
    <>
      <SvgText x={part.depth * indent + 8} y={y + height / 2} hasOutline={part.isEncrypted}>
        {part.name}
      </SvgText>
      <SvgText x={width - 8} y={y + height / 2} anchor="end" color="soft" hasOutline={part.isEncrypted}>
        {part.sizeBytes}
      </SvgText>
    </>
  )
}

function SizeBracket({
  x,
  from,
  to,
  sizeBytes,
  isInner = false,
}: {
  x: number
  from: number
  to: number
  sizeBytes: number
  isInner?: boolean
}) {
  return (
    <>
      <Line d={`M${x - 4} ${from + 1}h4V${to - 1}h-4`} stroke={isInner ? 'area' : 'ink'} isHeavy={isInner} />
      <SvgText x={x + 5} y={(from + to) / 2} color={isInner ? 'area' : 'ink'}>
        {sizeBytes}
      </SvgText>
    </>
  )
}

function Ledger({ size, underlay }: { size: DrawingSize; underlay: Underlay }) {
  const excess = excessBytesOf(underlay)
  const end = size.kind === 'wide' ? 490 : size.width
  const rowY = (index: number) => ledger + index * ledgerRowHeight
  return (
    <>
      <LedgerRow y={rowY(0)} end={end} name="MTU of the wire" value={underlay.mtu} rule="below" />
      <LedgerRow
        y={rowY(1)}
        end={end}
        name="left for a container"
        value={innerMtuOf(underlay)}
        rule="below"
      />
      <LedgerRow
        y={rowY(2)}
        end={end}
        name="Docker sets"
        value={dockerMtuOf(underlay.isEncrypted)}
        rule="below"
      />
      <CheckOrCross x={end - 52} y={rowY(2)} kind={excess > 0 ? 'no' : 'yes'} />
      <SvgText x={0} y={rowY(3)} color="soft">
        tcpdump:
      </SvgText>
      <SvgText isCode x={end} y={rowY(3)} anchor="end">
        {seenOnTheWire(underlay)}
      </SvgText>
    </>
  )
}
