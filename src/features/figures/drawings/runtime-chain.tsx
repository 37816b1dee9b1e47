import {
  describeScenario,
  eventLabels,
  figureStates,
  type Program,
  type ProgramStatus,
  programs,
  type RuntimeScenario,
  runtimeEvents,
  servicesOf,
  statusesOf,
} from '#domain/figures/runtime-chain.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'

export function RuntimeChain(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<RuntimeScenario> = {
  id: 'runtime-chain',
  figureStates,
  describeState: describeScenario,
  renderControls: (scenario, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="What happens"
        options={runtimeEvents.map((value) => ({ value, text: eventLabels[value] }))}
        value={scenario.event}
        onValueChange={(event) => choose({ ...scenario, event })}
      />
      <RadioGroup
        variant="segments"
        name="Live restore"
        options={liveRestoreOptions}
        value={scenario.isLiveRestoreOn ? 'on' : 'off'}
        onValueChange={(option) => choose({ ...scenario, isLiveRestoreOn: option === 'on' })}
      />
    </>
  ),
  renderDrawing: (size, scenario) => <Chain size={size} scenario={scenario} />,
}

const liveRestoreOptions = [
  { value: 'off', text: 'off' },
  { value: 'on', text: 'on' },
] as const

const rowHeight = 44
const box = { x: 44, width: 114, height: 28 }
/** Children of the shim are indented. */
const childIndent = 24
const parentX = 8
const statusX = box.x + box.width + 10
const chainHeight = programs.length * rowHeight - (rowHeight - box.height)
const ledgerRowHeight = 26

const topOf = (program: Program) => programs.indexOf(program) * rowHeight
const middleOf = (program: Program) => topOf(program) + box.height / 2

function Chain({ size, scenario }: { size: DrawingSize; scenario: RuntimeScenario }) {
  const isWide = size.kind === 'wide'
  const statuses = statusesOf(scenario)
  const ledger = isWide ? { x: 370, y: 44 } : { x: 0, y: chainHeight + 24 }
  return (
    <Drawing
      size={size}
      height={isWide ? chainHeight + 4 : ledger.y + servicesOf(scenario).length * ledgerRowHeight + 4}
    >
      <ParentLines statuses={statuses} />
      <RequestArrows statuses={statuses} />
      {programs.map((program) => (
        <ProgramRow key={program} program={program} status={statuses[program]} />
      ))}
      <Ledger {...ledger} end={size.width} scenario={scenario} />
    </Drawing>
  )
}

type Statuses = Record<Program, ProgramStatus>
const isRunning = ({ kind }: ProgramStatus) => kind === 'runs'

/** PID 1 is the parent of both daemons and of the shim; the shim is the parent of what it started. */
function ParentLines({ statuses }: { statuses: Statuses }) {
  const children = (['dockerd', 'containerd', 'shim'] as const).filter((each) => isRunning(statuses[each]))
  const shimFoot = topOf('shim') + box.height
  return (
    <>
      <SvgText x={0} y={middleOf('docker')} color="soft">
        PID 1
      </SvgText>
      <Line d={`M${parentX} ${middleOf('docker') + 12}V${middleOf(children.at(-1) ?? 'docker')}`} />
      <Line d={children.map((each) => `M${parentX} ${middleOf(each)}H${box.x}`).join('')} />
      {isRunning(statuses.web) && (
        <Line
          d={`M${box.x + 10} ${shimFoot}V${middleOf('web')}H${box.x + childIndent}`}
          stroke="area"
          isHeavy
        />
      )}
    </>
  )
}

/** How a request is passed on. A program that is not running passes nothing on. */
function RequestArrows({ statuses }: { statuses: Statuses }) {
  const x = box.x + box.width / 2 + childIndent / 2
  const hops = [
    ['docker', 'dockerd'],
    ['dockerd', 'containerd'],
    ['containerd', 'shim'],
    ['shim', 'runc'],
  ] as const
  return hops.map(([from, to]) => {
    const isPast = statuses[from].kind === 'exited' || statuses[to].kind === 'exited'
    if (!isPast && !(isRunning(statuses[from]) && isRunning(statuses[to]))) return null
    const foot = topOf(to) - 2
    return (
      <Arrow
        key={from}
        points={[
          [x, topOf(from) + box.height + 1],
          [x, foot],
        ]}
        stroke={isPast ? 'strong' : 'ink'}
      />
    )
  })
}

const tones = { runs: 'plain', exited: 'gone', killed: 'gone', stopped: 'gone' } as const

function ProgramRow({ program, status }: { program: Program; status: ProgramStatus }) {
  const isChild = program === 'runc' || program === 'web'
  const x = box.x + (isChild ? childIndent : 0)
  const hasEnded = status.kind === 'killed' || status.kind === 'stopped'
  const tone = program === 'web' && status.kind === 'runs' ? 'area' : tones[status.kind]
  return (
    <>
      <Box
        x={x}
        y={topOf(program)}
        width={box.x + box.width - x}
        height={box.height}
        tone={tone}
        isCode={program !== 'shim'}
      >
        {program}
      </Box>
      {hasEnded && <CheckOrCross x={statusX + 5} y={middleOf(program)} kind="no" />}
      <SvgText
        x={statusX + (hasEnded ? 16 : 0)}
        y={middleOf(program)}
        color={status.kind === 'exited' ? 'soft' : 'ink'}
      >
        {status.text}
      </SvgText>
    </>
  )
}

function Ledger({ x, y, end, scenario }: { x: number; y: number; end: number; scenario: RuntimeScenario }) {
  return servicesOf(scenario).map(({ text, isWorking }, index) => {
    const middle = y + (index + 0.5) * ledgerRowHeight
    return (
      <g key={text}>
        <Line d={`M${x} ${middle - ledgerRowHeight / 2}H${end}`} stroke="rule" />
        <SvgText x={x} y={middle} color={isWorking ? 'ink' : 'soft'}>
          {text}
        </SvgText>
        <CheckOrCross x={end - 8} y={middle} kind={isWorking ? 'yes' : 'no'} />
      </g>
    )
  })
}
