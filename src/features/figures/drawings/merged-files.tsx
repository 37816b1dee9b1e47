import {
  conflictingPortOf,
  describeMerge,
  figureStates,
  isSingle,
  type MergedEntry,
  type MergedProperty,
  mergedPropertiesOf,
  type Override,
  type Service,
  servicesOf,
} from '#domain/figures/merged-files.ts'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { CheckOrCross, Line, SvgText, TintedArea } from '../svg-primitives.tsx'
import { OverrideFields } from './merged-files-fields.tsx'

export function MergedFiles(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Override> = {
  id: 'merged-files',
  figureStates,
  describeState: describeMerge,
  renderControls: (override, choose) => <OverrideFields override={override} onOverrideChange={choose} />,
  renderDrawing: (size, override) => <Model size={size} override={override} />,
}

const rowHeight = 18
const head = 74
const gutter = 30

type Row = { text: string; indent: number; entry?: MergedEntry; rule?: string | undefined }

/** A single value is on the line of its property; several values are listed below it. */
function rowsOf(property: MergedProperty): Row[] {
  const { name, tag, rule, entries } = property
  if (isSingle(property))
    return entries.map((entry, index) => ({
      text: `${name}: ${entry.text}`,
      indent: 1,
      entry,
      rule: index === entries.length - 1 ? rule : undefined,
    }))
  const isMap = name === 'environment'
  return [
    { text: tag ? `${name}: ${tag}` : `${name}:`, indent: 1, rule },
    ...entries.map((entry) => ({ text: isMap ? entry.text : `- ${entry.text}`, indent: 2, entry })),
  ]
}

function allRowsOf(override: Override): Row[] {
  return [{ text: 'api:', indent: 0 }, ...mergedPropertiesOf(override).flatMap(rowsOf)]
}

/** Reserves room for the longest state, so that the text below does not move. */
const usualRows = Math.max(...figureStates.map(({ value }) => allRowsOf(value).length))

function Model({ size, override }: { size: DrawingSize; override: Override }) {
  const rows = allRowsOf(override)
  const isWide = size.kind === 'wide'
  const listEnd = head + Math.max(rows.length, usualRows) * rowHeight
  const width = isWide ? 400 : size.width
  return (
    <Drawing size={size} height={listEnd}>
      <StartedServices y={8} isWide={isWide} override={override} />
      <Line d={`M0 44H${size.width}`} stroke="rule" />
      <FileNames y={60} isWide={isWide} />
      {rows.map((row, index) => (
        <ModelRow
          key={`${row.text} ${row.entry?.isGone}`}
          row={row}
          y={head + 10 + index * rowHeight}
          size={size}
          width={width}
        />
      ))}
    </Drawing>
  )
}

function FileNames({ y, isWide }: { y: number; isWide: boolean }) {
  const second = isWide ? 150 : 128
  return (
    <>
      <SvgText isCode x={0} y={y} color="soft">
        1 compose.yaml
      </SvgText>
      <TintedArea x={second - 4} y={y - 8} width={isWide ? 194 : 178} height={16} />
      <SvgText isCode x={second} y={y} color="area">
        2
      </SvgText>
      <SvgText isCode x={second + 16} y={y}>
        compose.override.yaml
      </SvgText>
    </>
  )
}

const sources = { base: '1', override: '2', both: '1 2' }

/** Values from the override are tinted and numbered; values that they replace are crossed out. */
function ModelRow({ row, y, size, width }: { row: Row; y: number; size: DrawingSize; width: number }) {
  const { text, indent, entry, rule } = row
  const x = gutter + indent * 12
  const isNew = entry?.from === 'override'
  const textWidth = text.length * size.fontSize * 0.6
  return (
    <>
      {isNew && <TintedArea x={0} y={y - 8} width={width} height={16} />}
      {entry && (
        <SvgText x={4} y={y} color={isNew ? 'area' : 'soft'}>
          {sources[entry.from]}
        </SvgText>
      )}
      <SvgText isCode x={x} y={y} color={entry?.isGone ? 'soft' : 'ink'}>
        {text}
      </SvgText>
      {entry?.isGone && <Line d={`M${x - 2} ${y}h${textWidth + 4}`} stroke="ink" />}
      {size.kind === 'wide' && rule && (
        <SvgText x={416} y={y} color="soft">
          {rule}
        </SvgText>
      )}
    </>
  )
}

function StartedServices({ y, isWide, override }: { y: number; isWide: boolean; override: Override }) {
  const { services, isRejected } = servicesOf(override)
  const columns = isWide ? [0, 76, 144] : [0, 62, 112]
  const clash = conflictingPortOf(override)
  const verb = isRejected ? 'refuses' : clash ? `may fail: port ${clash} twice` : 'starts'
  return (
    <>
      <SvgText isCode x={0} y={y}>
        up
      </SvgText>
      <SvgText x={24} y={y} color="soft">
        {verb}
      </SvgText>
      {services.map((service, index) => (
        <ServiceMark key={service.name} service={service} x={columns[index] ?? 0} y={y + 22} />
      ))}
    </>
  )
}

function ServiceMark({ service, x, y }: { service: Service; x: number; y: number }) {
  const { name, profile, isStarted } = service
  return (
    <>
      <CheckOrCross x={x + 6} y={y} kind={isStarted ? 'yes' : 'no'} />
      <SvgText isCode x={x + 18} y={y} color={isStarted ? 'ink' : 'soft'}>
        {profile ? `${name} (${profile})` : name}
      </SvgText>
    </>
  )
}
