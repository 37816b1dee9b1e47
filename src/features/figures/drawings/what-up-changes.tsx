import {
  actualValue,
  type Change,
  commands,
  describeChange,
  editLabels,
  edits,
  type Fate,
  fateOf,
  figureStates,
  hasData,
  isEdited,
  type Part,
  parts,
  values,
  wantedValue,
} from '#domain/figures/what-up-changes.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, type Bounds, Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function WhatUpChanges(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Change> = {
  id: 'what-up-changes',
  figureStates,
  describeState: describeChange,
  renderControls: (change, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Edited in the file"
        options={edits.map((value) => ({ value, text: editLabels[value] }))}
        value={change.edit}
        onValueChange={(edit) => choose({ ...change, edit })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name={<span translate="no">docker compose</span>}
        options={commands.map((value) => ({ value, text: value }))}
        value={change.command}
        onValueChange={(command) => choose({ ...change, command })}
      />
    </>
  ),
  renderDrawing: (size, change) => <FileAndEngine size={size} change={change} />,
}

const row = { first: 26, height: 48, gap: 12 }
const ledger = row.first + parts.length * (row.height + row.gap) + 14
const height = ledger + 14

type Columns = { file: number; engine: number; engineWidth: number }

const columnsOf = {
  narrow: { file: 112, engine: 152, engineWidth: 156 },
  wide: { file: 230, engine: 320, engineWidth: 280 },
} satisfies Record<DrawingSize['kind'], Columns>

function FileAndEngine({ size, change }: { size: DrawingSize; change: Change }) {
  const columns = columnsOf[size.kind]
  const isKept = hasData(change)
  return (
    <Drawing size={size} height={height}>
      <SvgText isCode x={0} y={8} color="soft">
        compose.yaml
      </SvgText>
      <SvgText x={columns.engine} y={8} color="soft">
        on the Engine
      </SvgText>
      {parts.map((part, index) => (
        <PartRow
          key={part}
          part={part}
          y={row.first + index * (row.height + row.gap)}
          columns={columns}
          change={change}
        />
      ))}
      <Line d={`M0 ${ledger - 14}H${size.width}`} stroke="rule" />
      <SvgText x={0} y={ledger + 2} color="soft">
        data of db
      </SvgText>
      <CheckOrCross x={size.width - 48} y={ledger + 2} kind={isKept ? 'yes' : 'no'} />
      <SvgText x={size.width} y={ledger + 2} anchor="end">
        {isKept ? 'kept' : 'gone'}
      </SvgText>
    </Drawing>
  )
}

const tones = {
  'as it is': 'plain',
  restarted: 'plain',
  'asks first': 'hidden',
  recreated: 'area',
  removed: 'gone',
} as const satisfies Record<Fate, string>

/** A part of the file, and what the Engine has of it after the command. Only recreated parts follow the file. */
function PartRow({ part, y, columns, change }: { part: Part; y: number; columns: Columns; change: Change }) {
  const fate = fateOf(part, change)
  const edited = isEdited(part, change.edit)
  const file = { x: 0, y, width: columns.file, height: row.height }
  const engine = { x: columns.engine, y, width: columns.engineWidth, height: row.height }
  const middle = y + row.height / 2
  const actual = actualValue(part, change)
  return (
    <>
      <Box {...file} tone={edited ? 'area' : 'plain'} />
      <TwoLines
        bounds={file}
        first={part === 'volume' ? 'pgdata' : part}
        second={wantedValue(part, change.edit)}
      />
      {fate === 'recreated' ? (
        <Arrow
          points={[
            [columns.file + 4, middle],
            [columns.engine - 4, middle],
          ]}
          stroke="area"
          isHeavy
        />
      ) : (
        <SvgText
          x={(columns.file + columns.engine) / 2}
          y={middle}
          anchor="middle"
          color={edited ? 'ink' : 'soft'}
        >
          {comparison(edited, actual)}
        </SvgText>
      )}
      <Box {...engine} tone={tones[fate]} />
      {fate === 'asks first' && <HatchedArea {...engine} />}
      <TwoLines
        bounds={engine}
        first={values[part].engine}
        second={actual === undefined || !edited ? fate : `${actual}, ${fate}`}
        isSoft={fate === 'removed'}
        hasOutline={fate === 'asks first'}
      />
    </>
  )
}

function comparison(edited: boolean, actual: string | undefined): string {
  if (actual === undefined) return ''
  return edited ? '≠' : '='
}

function TwoLines({
  bounds: { x, y, width, height },
  first,
  second,
  isSoft = false,
  hasOutline = false,
}: {
  bounds: Bounds
  first: string
  second: string
  isSoft?: boolean
  hasOutline?: boolean
}) {
  const middle = { x: x + width / 2, y: y + height / 2 }
  return (
    <>
      <SvgText
        isCode
        x={middle.x}
        y={middle.y - 9}
        anchor="middle"
        color={isSoft ? 'soft' : 'ink'}
        hasOutline={hasOutline}
      >
        {first}
      </SvgText>
      <SvgText
        x={middle.x}
        y={middle.y + 9}
        anchor="middle"
        color="soft"
        fontSize={11}
        hasOutline={hasOutline}
      >
        {second}
      </SvgText>
    </>
  )
}
