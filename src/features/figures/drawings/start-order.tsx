import {
  type ConnectionAttempt,
  describeScenario,
  durationSeconds,
  figureStates,
  type Interval,
  type Probe,
  type Scenario,
  scenarioLabels,
  scenarios,
  timelineOf,
} from '#domain/figures/start-order.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'

export function StartOrder(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Scenario> = {
  id: 'start-order',
  figureStates,
  describeState: describeScenario,
  renderControls: (scenario, choose) => (
    <RadioGroup
      variant="segments"
      name="The case"
      options={scenarios.map((value) => ({ value, text: scenarioLabels[value] }))}
      value={scenario}
      onValueChange={choose}
    />
  ),
  renderDrawing: (size, scenario) => <TimelineRows size={size} scenario={scenario} />,
}

const bar = { height: 36, db: 58, api: 176 }
const axis = 254
const height = axis + 30

/** Converts seconds to an x coordinate. The wide drawing has the row names at the left. */
type TimeScale = (seconds: number) => number

function TimelineRows({ size, scenario }: { size: DrawingSize; scenario: Scenario }) {
  const left = size.kind === 'wide' ? 48 : 0
  const scale: TimeScale = (seconds) => left + (seconds / durationSeconds) * (size.width - left - 1)
  const isWide = size.kind === 'wide'
  const { db, api, probes, calls, socket } = timelineOf(scenario)
  return (
    <Drawing size={size} height={height}>
      <Axis scale={scale} />
      <SvgText isCode x={0} y={bar.db + (isWide ? bar.height / 2 : -15)}>
        db
      </SvgText>
      <SvgText isCode x={0} y={bar.api + (isWide ? bar.height / 2 : bar.height + 16)}>
        api
      </SvgText>
      {db.map((span) => (
        <IntervalBar key={span.name + span.from} span={span} y={bar.db} scale={scale} />
      ))}
      {socket && <SocketRow span={socket} scale={scale} />}
      {api.map((span) => (
        <IntervalBar key={span.name} span={span} y={bar.api} scale={scale} />
      ))}
      {probes.map((probe) => (
        <ProbeMark key={probe.at} probe={probe} x={scale(probe.at)} />
      ))}
      {calls.map((call) => (
        <ConnectionLine key={call.at} call={call} x={scale(call.at)} isNamed={calls.length === 1} />
      ))}
    </Drawing>
  )
}

const tones = { working: 'plain', ready: 'area', held: 'gone', down: 'gone' } as const

function IntervalBar({ span, y, scale }: { span: Interval; y: number; scale: TimeScale }) {
  const x = scale(span.from)
  const width = scale(span.to) - x
  // A bar that is too short for its label has it at the right.
  const isShort = span.to - span.from < 2
  return (
    <>
      <Box x={x} y={y} width={width} height={bar.height} tone={tones[span.state]}>
        {isShort ? undefined : span.name}
      </Box>
      {isShort && (
        <SvgText x={x + width + 10} y={y + bar.height / 2}>
          {span.name}
        </SvgText>
      )}
    </>
  )
}

function SocketRow({ span, scale }: { span: Interval; scale: TimeScale }) {
  const x = scale(span.from)
  return (
    <Box x={x} y={bar.db + bar.height + 5} width={scale(span.to) - x} height={22} tone="sunk">
      {span.name}
    </Box>
  )
}

/** The probe’s arrow comes from above, because the probe runs inside the container of db. */
function ProbeMark({ probe, x }: { probe: Probe; x: number }) {
  return (
    <>
      <Line d={`M${x} ${bar.db - 18}V${bar.db}`} stroke="ink" />
      <CheckOrCross x={x} y={bar.db - 29} kind={probe.isPassed ? 'yes' : 'no'} />
      <SvgText x={x} y={bar.db - 48} anchor="middle" color="soft">
        knock
      </SvgText>
    </>
  )
}

function ConnectionLine({ call, x, isNamed }: { call: ConnectionAttempt; x: number; isNamed: boolean }) {
  const foot = bar.api - 1
  const top = bar.db + bar.height + 1
  const middle = (top + foot) / 2 + 8
  const kind = call.isAnswered ? 'yes' : 'no'
  const isNearRightEdge = call.at > durationSeconds * 0.7
  return (
    <>
      <Line d={`M${x} ${foot}V${middle + 10}`} stroke="ink" />
      <Arrow
        points={[
          [x, middle - 10],
          [x, top],
        ]}
        stroke="ink"
      />
      <CheckOrCross x={x} y={middle} kind={kind} />
      {isNamed && (
        <SvgText x={isNearRightEdge ? x - 12 : x + 12} y={middle} anchor={isNearRightEdge ? 'end' : 'start'}>
          {call.isAnswered ? 'answered' : 'refused'}
        </SvgText>
      )}
    </>
  )
}

function Axis({ scale }: { scale: TimeScale }) {
  const ticks = Array.from({ length: durationSeconds / 2 + 1 }, (_, index) => index * 2)
  return (
    <>
      <Line d={`M${scale(0)} ${axis}H${scale(durationSeconds)}`} />
      <Line d={ticks.map((at) => `M${scale(at)} ${axis}v5`).join('')} />
      {ticks.map((at) => (
        <SvgText
          key={at}
          x={scale(at)}
          y={axis + 18}
          anchor={at === 0 ? 'start' : at === durationSeconds ? 'end' : 'middle'}
          color="soft"
        >
          {at === durationSeconds ? `${at} s` : at}
        </SvgText>
      ))}
    </>
  )
}
