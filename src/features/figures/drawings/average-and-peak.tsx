import {
  counts,
  type Day,
  describeDay,
  type Fit,
  figureStates,
  formatGibibytes,
  type Load,
  loadOf,
  memoryProblem,
  type PeakTime,
  peakTimes,
  server,
} from '#domain/figures/average-and-peak.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, Meter, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'

export function AverageAndPeak(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Day> = {
  id: 'average-and-peak',
  figureStates,
  describeState: describeDay,
  renderControls: (day, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Applications"
        options={counts.map((value) => ({ value, text: value }))}
        value={day.count}
        onValueChange={(count) => choose({ ...day, count })}
      />
      <RadioGroup
        variant="segments"
        name="Their peaks"
        options={peakTimes.map((value) => ({ value, text: peakLabels[value] }))}
        value={day.peaks}
        onValueChange={(peaks) => choose({ ...day, peaks })}
      />
      <CheckedField
        name="Memory of each"
        value={day.memory}
        problemOf={memoryProblem}
        maxLength={8}
        className="max-w-32"
        onValueChange={(memory) => choose({ ...day, memory })}
      />
    </>
  ),
  renderDrawing: (size, day) => <DayOfServer size={size} load={loadOf(day)} />,
}

const peakLabels = { same: 'at the same hour', spread: 'spread' } satisfies Record<PeakTime, string>

/** The chart shows twice what the server has; more is cut off. */
const chart = { top: 26, height: 148, maxCores: 2 * server.cores }
const foot = chart.top + chart.height
const memory = foot + 52
const ledger = memory + 56
const height = ledger + 38

function yOf(cores: number): number {
  return foot - (chart.height * Math.min(cores, chart.maxCores)) / chart.maxCores
}

function DayOfServer({ size, load }: { size: DrawingSize; load: Load }) {
  const { width } = size
  const step = width / load.demand.length
  const bars = load.demand.map((cores, hour) => ({ x: hour * step + 1, cores }))
  const capacity = yOf(server.cores)
  const average = yOf((load.averagePercent * server.cores) / 100)
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} color="soft">
        cores wanted, by hour
      </SvgText>
      {bars.map(({ x, cores }) => (
        <HourBar key={x} x={x} width={step - 2} cores={cores} />
      ))}
      <Line d={`M0 ${average}H${width}`} stroke="ink" isDashed />
      <Line d={`M0 ${foot}H${width}`} stroke="strong" />
      <Line d={`M0 ${capacity}H${width}`} stroke="ink" isHeavy />
      <SvgText x={0} y={capacity - 11} hasOutline>
        {server.cores} cores
      </SvgText>
      <HourLabels width={width} />
      <SvgText x={0} y={memory - 12} color="soft">
        memory
      </SvgText>
      <SvgText x={width} y={memory - 12} anchor="end">
        {formatGibibytes(load.gibibytes)} of {server.gibibytes} GiB
      </SvgText>
      <Meter x={0} y={memory} width={width} height={18} used={load.gibibytes / server.gibibytes} />
      <Ledger width={width} load={load} />
    </Drawing>
  )
}

/** Demand beyond the server’s cores is hatched. */
function HourBar({ x, width, cores }: { x: number; width: number; cores: number }) {
  const served = Math.min(cores, server.cores)
  const top = yOf(served)
  const over = { x, y: yOf(cores), width, height: top - yOf(cores) }
  return (
    <>
      <Box x={x} y={top} width={width} height={foot - top} tone="area" radius={1} />
      {over.height > 0 && (
        <>
          <Box {...over} tone="gone" radius={1} />
          <HatchedArea {...over} />
        </>
      )}
    </>
  )
}

function HourLabels({ width }: { width: number }) {
  const labels = [
    { at: 0, text: '0:00', anchor: 'start' },
    { at: 0.5, text: 'noon', anchor: 'middle' },
    { at: 1, text: '24:00', anchor: 'end' },
  ] as const
  return labels.map(({ at, text, anchor }) => (
    <SvgText key={text} x={width * at} y={foot + 14} anchor={anchor} color="soft">
      {text}
    </SvgText>
  ))
}

const fitTexts = {
  fits: 'fits',
  'too few cores': 'too few cores at the peak',
  'too little memory': 'too little memory',
} satisfies Record<Fit, string>

function Ledger({ width, load }: { width: number; load: Load }) {
  const { averagePercent, peakPercent, fit } = load
  const text = fitTexts[fit]
  return (
    <>
      <Line d={`M0 ${ledger - 14}H${width}`} stroke="rule" />
      <Line d={`M0 ${ledger}h14`} stroke="ink" isDashed />
      <SvgText x={20} y={ledger}>
        average {averagePercent}%
      </SvgText>
      <SvgText x={width} y={ledger} anchor="end">
        peak {peakPercent}%
      </SvgText>
      <Line d={`M0 ${ledger + 12}H${width}`} stroke="rule" />
      <CheckOrCross x={6} y={ledger + 25} kind={fit === 'fits' ? 'yes' : 'no'} />
      <SvgText x={18} y={ledger + 25}>
        {text}
      </SvgText>
    </>
  )
}
