import {
  describeWrite,
  figureStates,
  fileMebibytes,
  formatCount,
  formatInMebibytes,
  limitsOf,
  memoryProblem,
  type Outcome,
  programMebibytes,
  sizeProblem,
  type TmpfsWrite,
  usageOf,
} from '#domain/figures/two-limits.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, Line, Meter, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'

export function TwoLimits(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<TmpfsWrite> = {
  id: 'two-limits',
  figureStates,
  describeState: describeWrite,
  renderControls: (write, choose) => (
    <>
      <CheckedField
        name="Size of the tmpfs"
        value={write.size}
        problemOf={sizeProblem}
        maxLength={8}
        placeholder="default"
        className="max-w-32"
        onValueChange={(size) => choose({ ...write, size })}
      />
      <CheckedField
        name="Memory limit"
        value={write.memory}
        problemOf={memoryProblem}
        maxLength={8}
        className="max-w-32"
        onValueChange={(memory) => choose({ ...write, memory })}
      />
      <RadioGroup
        variant="segments"
        name="Swap on the host"
        options={swapOptions}
        value={write.hasSwap ? 'on' : 'off'}
        onValueChange={(option) => choose({ ...write, hasSwap: option === 'on' })}
      />
      <RadioGroup
        variant="segments"
        name="The container"
        options={runOptions}
        value={write.isStopped ? 'stopped' : 'runs'}
        onValueChange={(option) => choose({ ...write, isStopped: option === 'stopped' })}
      />
    </>
  ),
  renderDrawing: (size, write) => <Meters size={size} write={write} />,
}

const swapOptions = [
  { value: 'off', text: 'none' },
  { value: 'on', text: 'on' },
] as const

const runOptions = [
  { value: 'runs', text: 'dd writes 64 MiB' },
  { value: 'stopped', text: 'is stopped' },
] as const

/** The width of a letter in the wide drawing, which has the larger text. */
const letterWidth = 7.8

const rowHeight = 62
const outcomeY = 3 * rowHeight + 18
const height = outcomeY + 14

function Meters({ size: { width, ...size }, write }: { size: DrawingSize; write: TmpfsWrite }) {
  const limits = limitsOf(write)
  const { outcome, written, inMemory, inSwap } = usageOf(write)
  const program = write.isStopped ? 0 : programMebibytes
  return (
    <Drawing size={{ width, ...size }} height={height}>
      <MeterRow
        y={0}
        width={width}
        name="tmpfs"
        used={written}
        whole={limits.tmpfs}
        isReached={outcome === 'full'}
      />
      <MeterRow
        y={rowHeight}
        width={width}
        name={program > 0 ? `memory: program ${program}, file ${formatCount(inMemory)}` : 'memory'}
        used={program + inMemory}
        whole={limits.memory}
        own={program}
        isReached={outcome === 'killed' && !write.hasSwap}
      />
      <MeterRow
        y={2 * rowHeight}
        width={width}
        name="swap, on disk"
        used={inSwap}
        whole={limits.swap}
        isReached={outcome === 'killed' && write.hasSwap}
      />
      <Line d={`M0 ${outcomeY - 18}H${width}`} stroke="rule" />
      <OutcomeRow y={outcomeY} width={width} outcome={outcome} written={written} />
    </Drawing>
  )
}

/** A meter with its name and numbers above it. `own` is the memory of the program itself; the rest is the file. */
function MeterRow({
  y,
  width,
  name,
  used,
  whole,
  own = 0,
  isReached,
}: {
  y: number
  width: number
  name: string
  used: number
  whole: number
  own?: number
  isReached: boolean
}) {
  const bar = { x: 0, y: y + 20, width, height: 20 }
  const amount = whole === 0 ? 'none' : `${formatCount(used)} of ${formatInMebibytes(whole)}`
  return (
    <>
      <SvgText x={0} y={y + 8} color="soft">
        {name}
      </SvgText>
      <SvgText x={width} y={y + 8} anchor="end">
        {amount}
      </SvgText>
      {isReached && <CheckOrCross x={width - amount.length * letterWidth - 12} y={y + 8} kind="no" />}
      {whole === 0 ? <Box {...bar} tone="gone" /> : <Meter {...bar} used={used / whole} />}
      {own > 0 && <Box {...bar} width={(width * own) / whole} tone="sunk" />}
    </>
  )
}

const outcomeTexts = {
  written: 'exit 0',
  full: 'No space left on device',
  killed: 'Killed, exit 137',
  stopped: 'the file is gone',
} satisfies Record<Outcome, string>

function OutcomeRow({
  y,
  width,
  outcome,
  written,
}: {
  y: number
  width: number
  outcome: Outcome
  written: number
}) {
  return (
    <>
      <SvgText x={0} y={y} color="soft">
        {outcome === 'stopped' ? 'stopped' : `${formatCount(written)} of ${fileMebibytes} MiB`}
      </SvgText>
      <SvgText isCode={outcome !== 'stopped'} x={width} y={y} anchor="end">
        {outcomeTexts[outcome]}
      </SvgText>
    </>
  )
}
