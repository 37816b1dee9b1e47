import {
  type AlertState,
  describeWatch,
  evaluationsOf,
  figureStates,
  firstMinute,
  holdProblem,
  killSecondOf,
  type Load,
  lastMinute,
  loads,
  memoryAt,
  type Rule,
  samplesOf,
  scrapeProblem,
  threshold,
  type Watch,
} from '#domain/figures/scrape-to-alert.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'

export function ScrapeToAlert(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Watch> = {
  id: 'scrape-to-alert',
  figureStates,
  describeState: describeWatch,
  renderControls: (watch, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="The container has"
        options={loads.map((value) => ({ value, text: loadNames[value] }))}
        value={watch.load}
        onValueChange={(load) => choose({ ...watch, load })}
      />
      <div className="flex w-full flex-wrap gap-x-5 gap-y-2">
        <CheckedField
          name="scrape_interval (s)"
          value={watch.scrape}
          problemOf={scrapeProblem}
          maxLength={4}
          className="max-w-24"
          onValueChange={(scrape) => choose({ ...watch, scrape })}
        />
        <CheckedField
          name="for (min)"
          value={watch.hold}
          problemOf={holdProblem}
          maxLength={3}
          className="max-w-24"
          onValueChange={(hold) => choose({ ...watch, hold })}
        />
      </div>
    </>
  ),
  renderDrawing: (size, watch) => <Timeline size={size} watch={watch} />,
}

const loadNames = { leak: 'a leak', peak: 'a short peak', kill: 'an OOM kill' } satisfies Record<Load, string>

const chart = { top: 22, foot: 122 }
const scrapes = { label: 146, foot: 172 }
const rules = { nearLimit: 196, oomKill: 244 } satisfies Record<Rule, number>
const axis = 292
const height = axis + 28
const left = 8
/** At the right of the chart, for the labels of its lines. */
const labelWidth = 40

type Scale = { at: (second: number) => number; end: number; width: number }

function Timeline({ size, watch }: { size: DrawingSize; watch: Watch }) {
  const end = size.width - labelWidth
  const at = (second: number) => left + (second / (lastMinute * 60)) * (end - left)
  const scale = { at, end, width: size.width }
  return (
    <Drawing size={size} height={height}>
      <MemoryChart scale={scale} load={watch.load} />
      <Scrapes scale={scale} watch={watch} />
      <RuleRow scale={scale} watch={watch} rule="nearLimit" name="NearMemoryLimit" />
      <RuleRow scale={scale} watch={watch} rule="oomKill" name="OomKill" />
      <MinuteAxis scale={scale} />
    </Drawing>
  )
}

/** The memory usage in the cgroup’s file, as a fraction of its limit. */
function MemoryChart({ scale: { at, end, width }, load }: { scale: Scale; load: Load }) {
  const y = (share: number) => chart.foot - share * (chart.foot - chart.top)
  const seconds = Array.from({ length: lastMinute * 60 + 1 }, (_, second) => second)
  const turns = seconds.filter((second) => {
    const bend = memoryAt(load, second + 1) - 2 * memoryAt(load, second) + memoryAt(load, second - 1)
    return second === 0 || second === lastMinute * 60 || Math.abs(bend) > 1e-6
  })
  const path = turns.map((second) => `${at(second)} ${y(memoryAt(load, second))}`).join('L')
  const killed = killSecondOf(load)
  return (
    <>
      <SvgText isCode x={0} y={8}>
        memory.current
      </SvgText>
      <Line d={`M${left} ${y(1)}H${end}M${left} ${chart.foot}H${end}`} />
      <Line d={`M${left} ${y(threshold)}H${end}`} isDashed />
      <SvgText x={width} y={y(1) - 5} anchor="end" color="soft">
        limit
      </SvgText>
      <SvgText x={width} y={y(threshold) + 5} anchor="end" color="soft">
        90%
      </SvgText>
      <Line d={`M${path}`} stroke="area" isHeavy />
      {killed !== undefined && (
        <>
          <CheckOrCross x={at(killed) + 10} y={y(0.75)} kind="no" />
          <SvgText x={at(killed) + 20} y={y(0.75)}>
            killed
          </SvgText>
        </>
      )}
    </>
  )
}

/** A mark for each scrape, taller where the value is above the threshold. */
function Scrapes({ scale: { at }, watch }: { scale: Scale; watch: Watch }) {
  const samples = samplesOf(watch)
  const marks = (isHigh: boolean) =>
    samples
      .filter(({ memory }) => memory > threshold === isHigh)
      .map(({ second }) => `M${at(second)} ${scrapes.foot}v${isHigh ? -14 : -6}`)
      .join('')
  return (
    <>
      <SvgText x={0} y={scrapes.label} color="soft">
        Prometheus asks every {Number(watch.scrape)} s
      </SvgText>
      <Line d={marks(false)} />
      <Line d={marks(true)} stroke="ink" />
    </>
  )
}

/** The state of the rule at each evaluation: inactive (empty), pending (hatched) or firing (filled). */
function RuleRow({ scale, watch, rule, name }: { scale: Scale; watch: Watch; rule: Rule; name: string }) {
  const { at, end, width } = scale
  const evaluations = evaluationsOf(watch)
  const y = rules[rule]
  const cell = { y: y + 12, width: (end - left) / lastMinute - 3, height: 16 }
  const fired = firstMinute(evaluations, rule)
  const isPending = firstMinute(evaluations, rule, 'pending') !== undefined
  return (
    <>
      <SvgText isCode x={0} y={y}>
        {name}
      </SvgText>
      <SvgText x={width} y={y} anchor="end" color={fired === undefined ? 'soft' : 'ink'}>
        {fired !== undefined ? `fires at ${fired} min` : isPending ? 'pending only' : 'quiet'}
      </SvgText>
      {evaluations.map((evaluation) => (
        <Cell
          key={evaluation.minute}
          state={evaluation[rule]}
          x={at(evaluation.minute * 60) - cell.width / 2}
          {...cell}
        />
      ))}
    </>
  )
}

function Cell({
  state,
  ...cell
}: {
  state: AlertState
  x: number
  y: number
  width: number
  height: number
}) {
  if (state === 'inactive')
    return <Line d={`M${cell.x + cell.width / 2 - 1} ${cell.y + cell.height / 2}h2`} isHeavy />
  if (state === 'firing') return <Box {...cell} tone="area" />
  return (
    <>
      <Box {...cell} tone="hidden" />
      <HatchedArea {...cell} />
    </>
  )
}

function MinuteAxis({ scale: { at, end } }: { scale: Scale }) {
  const minutes = [0, 5, 10, 15, 20]
  return (
    <>
      <Line d={`M${left} ${axis}H${end}${minutes.map((each) => `M${at(each * 60)} ${axis}v5`).join('')}`} />
      {minutes.map((each) => (
        <SvgText key={each} x={at(each * 60)} y={axis + 16} anchor="middle" color="soft">
          {each}
        </SvgText>
      ))}
      <SvgText x={end + 12} y={axis + 16} color="soft">
        min
      </SvgText>
    </>
  )
}
