import {
  describeStores,
  figureStates,
  type ImageStore,
  imageStores,
  isOverfull,
  type Partition,
  partitionsOf,
  type StoredData,
  type StoreSetup,
} from '#domain/figures/two-stores.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { type Bounds, Box, CheckOrCross, HatchedArea, Line, Meter, SvgText } from '../svg-primitives.tsx'

export function TwoStores(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const storeNames = {
  overlay2: 'overlay2',
  snapshotter: 'snapshotter',
  switched: 'after a switch',
} satisfies Record<ImageStore, string>

const definition: FigureDefinition<StoreSetup> = {
  id: 'two-stores',
  figureStates,
  describeState: describeStores,
  renderControls: (setup, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Image store"
        options={imageStores.map((value) => ({ value, text: storeNames[value] }))}
        value={setup.store}
        onValueChange={(store) => choose({ ...setup, store })}
      />
      <RadioGroup
        variant="segments"
        areCode
        name="On the large disk"
        options={diskOptions}
        value={setup.isContainerdMoved ? 'both' : 'docker'}
        onValueChange={(disk) => choose({ ...setup, isContainerdMoved: disk === 'both' })}
      />
    </>
  ),
  renderDrawing: (size, setup) => <Partitions size={size} setup={setup} />,
}

const diskOptions = [
  { value: 'docker', text: '/var/lib/docker' },
  { value: 'both', text: '+ /var/lib/containerd' },
] as const

const rowHeight = 20
const title = 20
const head = 38
const gap = 24

function rowCount({ directories }: Partition): number {
  return directories.reduce((sum, { path, data }) => sum + (path === '' ? 0 : 1) + data.length, 0)
}

function heightOf(partition: Partition): number {
  return head + rowCount(partition) * rowHeight
}

const shown = figureStates.map(({ value }) => partitionsOf(value))
const tallest = {
  wide: Math.max(...shown.flatMap(({ root, large }) => [heightOf(root), heightOf(large)])),
  narrow: Math.max(...shown.map(({ root, large }) => heightOf(root) + gap + heightOf(large))),
}

/** Side by side, or stacked on a phone. */
function Partitions({ size, setup }: { size: DrawingSize; setup: StoreSetup }) {
  const { root, large } = partitionsOf(setup)
  const isWide = size.kind === 'wide'
  const width = isWide ? (size.width - gap) / 2 : size.width
  const second = isWide ? { x: width + gap, y: 0 } : { x: 0, y: heightOf(root) + gap + title }
  return (
    <Drawing size={size} height={tallest[size.kind] + (isWide ? title : 2 * title)}>
      <PartitionBox
        fontSize={size.fontSize}
        partition={root}
        x={0}
        y={0}
        width={width}
        height={heightOf(root)}
      />
      <PartitionBox
        fontSize={size.fontSize}
        partition={large}
        {...second}
        width={width}
        height={heightOf(large)}
      />
    </Drawing>
  )
}

const pad = 10

function PartitionBox({ partition, fontSize, ...box }: Bounds & { partition: Partition; fontSize: number }) {
  const { name, gigabytes, capacity, directories } = partition
  const isFull = isOverfull(partition)
  const usage = `${isFull ? 'full: ' : ''}${gigabytes} of ${capacity} GB`
  const right = box.x + box.width - pad
  let y = box.y + title + head + 4
  const rows = directories.flatMap(({ path, data }) => {
    const lines = [...(path ? [path] : []), ...data]
    return lines.map((line) => {
      const at = y
      y += rowHeight
      return { line, path, at }
    })
  })
  return (
    <>
      <SvgText x={box.x} y={box.y + 8} color="soft">
        {name}
      </SvgText>
      <SvgText x={box.x + box.width} y={box.y + 8} anchor="end">
        {usage}
      </SvgText>
      {isFull && (
        <CheckOrCross x={box.x + box.width - usage.length * fontSize * 0.6 - 12} y={box.y + 8} kind="no" />
      )}
      <Box x={box.x} y={box.y + title} width={box.width} height={box.height} tone="outline" />
      <Meter
        x={box.x + pad}
        y={box.y + 32}
        width={box.width - 2 * pad}
        height={14}
        used={gigabytes / capacity}
      />
      {rows.map(({ line, path, at }) =>
        typeof line === 'string' ? (
          <SvgText key={path} isCode x={box.x + pad} y={at} color="area">
            {line}
          </SvgText>
        ) : (
          <DataRow
            key={`${path} ${line.name}`}
            stored={line}
            x={box.x + pad + (path ? 12 : 0)}
            right={right}
            y={at}
          />
        ),
      )}
    </>
  )
}

function DataRow({ stored, x, right, y }: { stored: StoredData; x: number; right: number; y: number }) {
  const { name, gigabytes, isHidden } = stored
  return (
    <>
      {isHidden && <HatchedArea x={x - 4} y={y - 9} width={right - x + 8} height={18} />}
      <SvgText x={x} y={y} color={isHidden ? 'soft' : 'ink'} hasOutline={isHidden}>
        {name}
      </SvgText>
      <SvgText x={right} y={y} anchor="end" color={isHidden ? 'soft' : 'ink'} hasOutline={isHidden}>
        {gigabytes} GB
      </SvgText>
      <Line d={`M${x} ${y + rowHeight / 2}H${right}`} stroke="rule" />
    </>
  )
}
