import {
  type BindMount,
  containerUsers,
  daemons,
  describeBindMount,
  figureStates,
  ownerUid,
  type UserView,
  viewOf,
} from '#domain/figures/bind-mount-owners.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function BindMountOwners(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<BindMount> = {
  id: 'bind-mount-owners',
  figureStates,
  describeState: describeBindMount,
  renderControls: (mount, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="The daemon"
        options={daemons.map((value) => ({ value, text: value }))}
        value={mount.daemon}
        onValueChange={(daemon) => choose({ ...mount, daemon })}
      />
      <RadioGroup
        variant="segments"
        name="The mount"
        options={modeOptions}
        value={mount.isReadOnly ? 'readonly' : 'writable'}
        onValueChange={(mode) => choose({ ...mount, isReadOnly: mode === 'readonly' })}
      />
    </>
  ),
  renderDrawing: (size, mount) => <Directory size={size} mount={mount} />,
}

const modeOptions = [
  { value: 'writable', text: 'writable' },
  { value: 'readonly', text: 'readonly' },
] as const

const pad = 10
const container = { y: 20, height: 158 }
const users = { y: 32, height: 30 }
const mounted = { y: 96, height: 36 }
const hidden = { y: 138, height: 30 }
const host = { y: 216, height: 56 }
const table = { y: host.y + host.height + 26, rowHeight: 25 }
const height = table.y + 4.5 * table.rowHeight

type Columns = { label: number; width: number; middleOf: (index: number) => number }

function columnsFor({ width, kind }: DrawingSize): Columns {
  const label = kind === 'wide' ? 150 : 98
  const column = (width - pad + 5 - label) / containerUsers.length
  return { label, width: column, middleOf: (index) => label + (index + 0.5) * column }
}

function Directory({ size, mount }: { size: DrawingSize; mount: BindMount }) {
  const columns = columnsFor(size)
  const views = containerUsers.map((user) => viewOf(mount, user))
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={8} color="soft">
        container
      </SvgText>
      <Box x={0} y={container.y} width={size.width} height={container.height} tone="outline" />
      <SvgText x={pad} y={users.y + users.height / 2} color="soft">
        {size.kind === 'wide' ? 'process runs as' : 'runs as'}
      </SvgText>
      {views.map((view, index) => (
        <Process key={view.user} view={view} columns={columns} index={index} />
      ))}
      <MountedDirectory size={size} mount={mount} />
      <HostDirectory size={size} />
      <Views views={views} columns={columns} end={size.width} />
    </Drawing>
  )
}

/** A solid arrow is write access, a dashed line read access. */
function Process({ view, columns, index }: { view: UserView; columns: Columns; index: number }) {
  const middle = columns.middleOf(index)
  const foot = users.y + users.height
  const head = mounted.y - 2
  return (
    <>
      <Box
        x={middle - columns.width / 2 + 5}
        width={columns.width - 10}
        y={users.y}
        height={users.height}
        isCode
      >
        {view.user}
      </Box>
      {view.canWrite ? (
        <Line d={`M${middle} ${foot}V${head}m-3.5 -6l3.5 6l3.5 -6`} stroke="ink" isHeavy />
      ) : (
        <Line d={`M${middle} ${foot}V${head}`} isDashed />
      )}
    </>
  )
}

/** The mount covers the directory of the image at the same path. */
function MountedDirectory({ size, mount }: { size: DrawingSize; mount: BindMount }) {
  const width = size.width - 2 * pad
  const under = { x: pad + 8, y: hidden.y, width: width - 60, height: hidden.height }
  const down = size.width - pad - 24
  return (
    <>
      <Box {...under} tone="hidden" />
      <HatchedArea {...under} />
      <SvgText x={under.x + 10} y={under.y + 15} color="soft" hasOutline>
        hidden: node_modules
      </SvgText>
      <Box x={pad} width={width} y={mounted.y} height={mounted.height} tone="area" />
      <SvgText isCode x={pad + 10} y={mounted.y + 18}>
        /app
      </SvgText>
      <SvgText isCode x={size.width - pad - 10} y={mounted.y + 18} anchor="end">
        server.js
      </SvgText>
      <Line d={`M${down} ${mounted.y + mounted.height}V${host.y}`} stroke="area" isHeavy />
      <SvgText x={down - 8} y={host.y - 18} anchor="end">
        bind mount{mount.isReadOnly ? ', readonly' : ''}
      </SvgText>
    </>
  )
}

function HostDirectory({ size }: { size: DrawingSize }) {
  const right = size.width - pad
  return (
    <>
      <SvgText x={0} y={host.y - 18} color="soft">
        host
      </SvgText>
      <Box x={0} y={host.y} width={size.width} height={host.height} tone="area" />
      {[
        ['./app', 'rwxr-xr-x'],
        ['  server.js', 'rw-r--r--'],
      ].map(([name = '', mode], index) => (
        <g key={name}>
          <SvgText isCode x={pad + (index === 0 ? 0 : 14)} y={host.y + 17 + index * 22}>
            {name.trim()}
          </SvgText>
          <SvgText isCode x={right} y={host.y + 17 + index * 22} anchor="end">
            {mode} {ownerUid}
          </SvgText>
        </g>
      ))}
    </>
  )
}

/** One row for each question, one column for each process. */
function Views({ views, columns, end }: { views: UserView[]; columns: Columns; end: number }) {
  const rows: [name: string, cell: (view: UserView) => number | string | boolean][] = [
    ['UID on host', ({ hostUid }) => hostUid],
    ['sees owner', ({ seenOwner }) => seenOwner],
    ['reads', () => true],
    ['writes', ({ canWrite }) => canWrite],
    ['new file’s UID', ({ canWrite, hostUid }) => (canWrite ? hostUid : '–')],
  ]
  return rows.map(([name, cell], row) => {
    const y = table.y + row * table.rowHeight
    return (
      <g key={name}>
        <SvgText x={0} y={y} color="soft">
          {name}
        </SvgText>
        {views.map((view, index) => (
          <Cell key={view.user} x={columns.middleOf(index)} y={y} value={cell(view)} />
        ))}
        {row < rows.length - 1 && <Line d={`M0 ${y + table.rowHeight / 2}H${end}`} stroke="rule" />}
      </g>
    )
  })
}

function Cell({ x, y, value }: { x: number; y: number; value: number | string | boolean }) {
  if (typeof value === 'boolean') return <CheckOrCross x={x} y={y} kind={value ? 'yes' : 'no'} />
  return (
    <SvgText x={x} y={y} anchor="middle">
      {value}
    </SvgText>
  )
}
