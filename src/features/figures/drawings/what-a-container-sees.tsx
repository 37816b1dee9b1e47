import {
  describeView,
  figureStates,
  type Namespace,
  type NamespaceView,
  namespaceDescriptions,
  namespaces,
  type ResourceRow,
  rowsOf,
  type SystemResource,
} from '#domain/figures/what-a-container-sees.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, Line, SvgText, TintedArea } from '../svg-primitives.tsx'

export function WhatAContainerSees(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<NamespaceView> = {
  id: 'what-a-container-sees',
  figureStates,
  describeState: describeView,
  renderControls: (view, choose) =>
    namespaces.map((namespace) => (
      <RadioGroup
        variant="segments"
        key={namespace}
        name={`${namespace} namespace`}
        options={ownerLabels}
        value={view[namespace]}
        onValueChange={(value) => choose({ ...view, [namespace]: value })}
      />
    )),
  renderDrawing: (size, view) => <HostAndContainerViews size={size} view={view} />,
}

const ownerLabels = [
  { value: 'own', text: 'own' },
  { value: 'host', text: 'host’s' },
] as const

const rowHeight = 23
const headHeight = 38
const titleHeight = 34
/** Reserves room for the longest list of each group, so that nothing below it moves. */
const sectionHeights = { pid: 5, net: 3, mnt: 3, user: 2 } satisfies Record<Namespace, number>
const tops = topsOf()
const height = tops.end

function topsOf() {
  const tops = { pid: 0, net: 0, mnt: 0, user: 0, end: 0 }
  let y = titleHeight
  for (const namespace of namespaces) {
    tops[namespace] = y
    y += headHeight + sectionHeights[namespace] * rowHeight
  }
  return { ...tops, end: y + 10 }
}

type Columns = { host: number; web: number; width: number; pad: number; name: number }

const columnsOf = {
  narrow: { host: 0, web: 161, width: 147, pad: 8, name: 66 },
  wide: { host: 0, web: 330, width: 270, pad: 18, name: 112 },
} satisfies Record<DrawingSize['kind'], Columns>

function HostAndContainerViews({ size, view }: { size: DrawingSize; view: NamespaceView }) {
  const columns = columnsOf[size.kind]
  return (
    <Drawing size={size} height={height}>
      <Panel x={columns.host} title="the host sees" width={columns.width} />
      <Panel x={columns.web} title="web sees" width={columns.width} isContainer />
      {namespaces.map((namespace) => (
        <Group key={namespace} namespace={namespace} view={view} columns={columns} />
      ))}
    </Drawing>
  )
}

function Panel({
  x,
  title,
  width,
  isContainer = false,
}: {
  x: number
  title: string
  width: number
  isContainer?: boolean
}) {
  return (
    <>
      <SvgText x={x + width / 2} y={10} anchor="middle" color="soft">
        {title}
      </SvgText>
      <Box x={x} y={24} width={width} height={height - 24} tone={isContainer ? 'gone' : 'outline'} />
    </>
  )
}

function Group({
  namespace,
  view,
  columns,
}: {
  namespace: Namespace
  view: NamespaceView
  columns: Columns
}) {
  const top = tops[namespace]
  const { host, web, width, pad } = columns
  const headY = top + headHeight / 2
  const rows = rowsOf(namespace, view)
  return (
    <>
      {namespace !== 'pid' && (
        <Line
          d={`M${host + pad} ${top + 4}h${width - 2 * pad}M${web + pad} ${top + 4}h${width - 2 * pad}`}
          stroke="rule"
        />
      )}
      <SvgText x={host + pad} y={headY} color="soft">
        {namespaceDescriptions[namespace]}
      </SvgText>
      <SvgText x={web + pad} y={headY} color="soft">
        {view[namespace] === 'own' ? `own ${namespace}` : `host’s ${namespace}`}
      </SvgText>
      {rows.map((row, index) => (
        <ResourceRowLine
          key={`${row.host.handle}`}
          row={row}
          y={top + headHeight + index * rowHeight + rowHeight / 2 - 4}
          columns={columns}
        />
      ))}
    </>
  )
}

/** A line connects a resource inside and on the host; the resources of web are tinted. */
function ResourceRowLine({ row, y, columns }: { row: ResourceRow; y: number; columns: Columns }) {
  const { host, web, width } = columns
  const inset = { width: width - 8, height: rowHeight - 3, y: y - (rowHeight - 3) / 2 }
  return (
    <>
      {row.belongsToWeb && <TintedArea x={host + 4} {...inset} />}
      {row.belongsToWeb && row.web && <TintedArea x={web + 4} {...inset} />}
      <ResourceLabel x={host} y={y} thing={row.host} columns={columns} />
      {row.web && <ResourceLabel x={web} y={y} thing={row.web} columns={columns} />}
      {row.web && (
        <Line
          d={`M${host + width - 4} ${y}H${web + 4}`}
          stroke={row.belongsToWeb ? 'area' : 'strong'}
          isHeavy={row.belongsToWeb}
        />
      )}
    </>
  )
}

function ResourceLabel({
  x,
  y,
  thing,
  columns,
}: {
  x: number
  y: number
  thing: SystemResource
  columns: Columns
}) {
  return (
    <>
      <SvgText isCode x={x + columns.pad} y={y}>
        {thing.handle}
      </SvgText>
      <SvgText isCode x={x + columns.name} y={y} color="soft">
        {thing.name}
      </SvgText>
    </>
  )
}
