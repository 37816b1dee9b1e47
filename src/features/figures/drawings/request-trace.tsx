import {
  depthOf,
  describeRequest,
  droppers,
  figureStates,
  formatSeconds,
  moments,
  ownMillis,
  ownTimesOf,
  type RequestSetup,
  type Span,
  spanIds,
  spansOf,
  type Trace,
  tracesOf,
} from '#domain/figures/request-trace.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, Line, SvgText } from '../svg-primitives.tsx'

export function RequestTrace(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<RequestSetup> = {
  id: 'request-trace',
  figureStates,
  describeState: describeRequest,
  renderControls: (setup, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="The request has reached"
        options={moments.map((value) => ({ value, text: value === 'end' ? 'its end' : value }))}
        value={setup.moment}
        onValueChange={(moment) => choose({ ...setup, moment })}
      />
      <RadioGroup
        variant="segments"
        name="The header is dropped by"
        options={droppers.map((value) => ({ value, text: value }))}
        value={setup.dropper}
        onValueChange={(dropper) => choose({ ...setup, dropper })}
      />
      <RadioGroup
        variant="segments"
        name="api calls stock"
        options={callOptions}
        value={setup.isParallel ? 'parallel' : 'serial'}
        onValueChange={(calls) => choose({ ...setup, isParallel: calls === 'parallel' })}
      />
    </>
  ),
  renderDrawing: (size, setup) => <Traces size={size} setup={setup} />,
}

const callOptions = [
  { value: 'serial', text: 'twice, in turn' },
  { value: 'parallel', text: 'twice, at once' },
] as const

const traceHead = 26
const rowHeight = 42
const barHeight = 12
const totalMillis = 4000
/** At the right of the bars, for the duration of a span that ends last. */
const labelWidth = 44
/** Reserves room for three traces and all spans, so that the text below does not move. */
const listHeight = 3 * traceHead + spanIds.length * rowHeight
const axis = listHeight + 10
const height = axis + 30

function Traces({ size, setup }: { size: DrawingSize; setup: RequestSetup }) {
  const traces = tracesOf(spansOf(setup))
  let y = 0
  return (
    <Drawing size={size} height={height}>
      {traces.map((trace) => {
        const top = y
        y += traceHead + trace.spans.length * rowHeight
        return <TraceRows key={trace.id} trace={trace} y={top} width={size.width} />
      })}
      <TimeAxis width={size.width} />
    </Drawing>
  )
}

function TraceRows({ trace, y, width }: { trace: Trace; y: number; width: number }) {
  const { id, spans } = trace
  return (
    <>
      <SvgText x={0} y={y + 10} color="soft">
        trace
      </SvgText>
      <SvgText isCode x={46} y={y + 10} color="area">
        {id}
      </SvgText>
      <Line d={`M${130} ${y + 10}H${width}`} stroke="rule" />
      {spans.map((span, index) => (
        <SpanRow
          key={span.id}
          span={span}
          spans={spans}
          y={y + traceHead + index * rowHeight}
          width={width}
        />
      ))}
    </>
  )
}

/**
 * A span: its name, indented below its parent’s, its own ID and its parent’s, and a bar for its time. The time not
 * spent in child spans is tinted.
 */
function SpanRow({
  span,
  spans,
  y,
  width,
}: {
  span: Span
  spans: readonly Span[]
  y: number
  width: number
}) {
  const depth = depthOf(span, spans)
  const x = depth * 14
  const parent = spans.find(({ id }) => id === span.parent)
  const at = (millis: number) => (millis / totalMillis) * (width - labelWidth)
  const bar = { y: y + 18, height: barHeight }
  return (
    <>
      {depth > 0 && <Line d={`M${x - 9} ${y}v8h6`} />}
      <SvgText isCode x={x} y={y + 8}>
        {span.service} {span.name}
      </SvgText>
      <SvgText isCode x={width} y={y + 8} anchor="end" color="soft">
        {parent ? `${span.digits} ← ${parent.digits}` : span.digits}
      </SvgText>
      <Box x={at(span.start)} width={at(span.end - span.start)} {...bar} tone="plain" />
      {ownTimesOf(span, spans).map(({ start, end }) => (
        <Box key={start} x={at(start)} width={at(end - start)} {...bar} tone="area" />
      ))}
      {span.isRunning ? (
        <Line d={`M${at(span.end) + 4} ${bar.y + barHeight / 2}h22`} isDashed />
      ) : (
        <SvgText x={at(span.end) + 5} y={bar.y + barHeight / 2}>
          {formatSeconds(ownMillis(span, spans))}
        </SvgText>
      )}
    </>
  )
}

function TimeAxis({ width }: { width: number }) {
  const seconds = [0, 1, 2, 3, 4]
  const end = width - labelWidth
  const at = (second: number) => (second / 4) * end
  return (
    <>
      <Line d={`M0 ${axis}H${end}${seconds.map((each) => `M${at(each)} ${axis}v5`).join('')}`} />
      {seconds.map((each) => (
        <SvgText key={each} x={at(each)} y={axis + 16} anchor={each === 0 ? 'start' : 'middle'} color="soft">
          {each} s
        </SvgText>
      ))}
    </>
  )
}
