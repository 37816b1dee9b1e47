import {
  countProblem,
  describeServer,
  figureStates,
  formatToTenths,
  isolationLabels,
  isolations,
  type Reservation,
  reservationOf,
  type Server,
  sizeProblem,
} from '#domain/figures/resource-tax.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import { LedgerRow, ledgerRowHeight } from '../ledger-row.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, SvgText, TintedArea } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'

export function ResourceTax(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Server> = {
  id: 'resource-tax',
  figureStates,
  describeState: describeServer,
  renderControls: (server, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Each program in"
        options={isolations.map((value) => ({ value, text: isolationLabels[value] }))}
        value={server.isolation}
        onValueChange={(isolation) => choose({ ...server, isolation })}
      />
      <div className="flex w-full flex-wrap gap-x-5 gap-y-2">
        <CheckedField
          name="Programs"
          value={server.count}
          problemOf={countProblem}
          maxLength={4}
          className="max-w-24"
          onValueChange={(count) => choose({ ...server, count })}
        />
        <CheckedField
          name="Memory of each"
          value={server.size}
          problemOf={sizeProblem}
          maxLength={8}
          className="max-w-32"
          onValueChange={(size) => choose({ ...server, size })}
        />
        <CheckedField
          name="Memory of the server"
          value={server.memory}
          problemOf={sizeProblem}
          maxLength={8}
          className="max-w-32"
          onValueChange={(memory) => choose({ ...server, memory })}
        />
      </div>
    </>
  ),
  renderDrawing: (size, server) => <ServerMemory size={size} server={server} />,
}

const bar = { y: 24, height: 38 }
const grid = { y: 104, cell: 12, step: 15.4 }

function ServerMemory({ size, server }: { size: DrawingSize; server: Server }) {
  const { width } = size
  const reservation = reservationOf(server)
  const perRow = Math.floor((width + grid.step - grid.cell) / grid.step)
  const ledger = grid.y + Math.ceil(100 / perRow) * grid.step + 24
  return (
    <Drawing size={size} height={ledger + 3 * ledgerRowHeight + 12}>
      <MemoryBar width={width} reservation={reservation} />
      <SvgText x={0} y={grid.y - 18} color="soft">
        {server.isolation === 'container' ? 'containers on one kernel' : 'a VM and a kernel for each'}
      </SvgText>
      {positionsOf(reservation.count, perRow).map((position, index) => (
        <Program
          key={`${position.x} ${position.y}`}
          {...position}
          isFitting={index < reservation.fitting}
          isMachine={server.isolation !== 'container'}
        />
      ))}
      <Ledger y={ledger} width={width} reservation={reservation} />
    </Drawing>
  )
}

function positionsOf(count: number, perRow: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    x: (index % perRow) * grid.step,
    y: grid.y + Math.floor(index / perRow) * grid.step,
  }))
}

/** Memory for your code, the tax on top, and what is free. */
function MemoryBar({
  width,
  reservation: { code, tax, total },
}: {
  width: number
  reservation: Reservation
}) {
  const codeWidth = (width * code) / total
  const taxWidth = (width * tax) / total
  const free = Math.max(0, total - code - tax)
  return (
    <>
      <SvgText x={0} y={8} color="soft">
        memory of the server
      </SvgText>
      <SvgText x={width} y={8} anchor="end">
        {formatToTenths(total)}
      </SvgText>
      <Box x={0} y={bar.y} width={width} height={bar.height} tone="plain" />
      <Box x={0} y={bar.y} width={codeWidth} height={bar.height} tone="area" />
      {tax > 0 && (
        <>
          <Box x={codeWidth} y={bar.y} width={taxWidth} height={bar.height} tone="sunk" />
          <HatchedArea x={codeWidth} y={bar.y} width={taxWidth} height={bar.height} />
        </>
      )}
      {codeWidth > 60 && (
        <SvgText x={codeWidth / 2} y={bar.y + bar.height / 2} anchor="middle">
          code
        </SvgText>
      )}
      {taxWidth > 40 && (
        <SvgText x={codeWidth + taxWidth / 2} y={bar.y + bar.height / 2} anchor="middle" hasOutline>
          tax
        </SvgText>
      )}
      {(width * free) / total > 60 && (
        <SvgText
          x={width - (width * free) / total / 2}
          y={bar.y + bar.height / 2}
          anchor="middle"
          color="soft"
        >
          free
        </SvgText>
      )}
    </>
  )
}

/** A program in a VM has a second border. One that does not fit is an empty outline. */
function Program({
  x,
  y,
  isFitting,
  isMachine,
}: {
  x: number
  y: number
  isFitting: boolean
  isMachine: boolean
}) {
  const bounds = { x, y, width: grid.cell, height: grid.cell }
  if (!isFitting) return <Box {...bounds} tone="gone" radius={1} />
  if (!isMachine) return <Box {...bounds} tone="area" radius={1} />
  return (
    <>
      <Box {...bounds} tone="outline" radius={1} />
      <TintedArea x={x + 3} y={y + 3} width={grid.cell - 6} height={grid.cell - 6} />
      <Box x={x + 3} y={y + 3} width={grid.cell - 6} height={grid.cell - 6} tone="area" radius={1} />
    </>
  )
}

function Ledger({ y, width, reservation }: { y: number; width: number; reservation: Reservation }) {
  const { count, fitting, code, tax, kernels } = reservation
  const rows = [
    { name: 'your code', value: formatToTenths(code) },
    { name: 'the tax', value: tax === 0 ? 'none' : formatToTenths(tax) },
    { name: 'kernels to patch', value: String(kernels) },
    { name: 'fit on the server', value: `${fitting} of ${count}` },
  ]
  return (
    <>
      {rows.map(({ name, value }, index) => (
        <LedgerRow
          key={name}
          y={y + index * ledgerRowHeight}
          end={width}
          name={name}
          value={value}
          rule="above"
        />
      ))}
      <CheckOrCross x={width - 86} y={y + 3 * ledgerRowHeight} kind={fitting === count ? 'yes' : 'no'} />
    </>
  )
}
