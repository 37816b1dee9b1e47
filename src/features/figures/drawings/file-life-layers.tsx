import {
  type DemoFile,
  type FileScenario,
  filePaths,
  files,
  imageBytes,
  noteBytes,
  type Step,
  sourceOf,
  upperEntry,
} from '#domain/figures/file-life.ts'
import { formatSize } from '#domain/figures/format-size.ts'
import type { DrawingSize } from '../drawing-area.tsx'
import { Arrow, type Bounds, Box, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

/** The three directories of plate 7.1, from the container’s view at the top to the image at the bottom. */

const layerHeight = 70
const layerGap = 38
const layerTops = { merged: 0, upper: layerHeight + layerGap, lower: 2 * (layerHeight + layerGap) }
type LayerName = keyof typeof layerTops
export const layersHeight = layerTops.lower + layerHeight

const pad = 10
const cell = { top: 28, height: 32 }

const titles = {
  merged: ['the container sees', 'merged'],
  upper: ['writable layer', 'upperdir'],
  lower: ['image', 'lowerdir'],
} satisfies Record<LayerName, [string, string]>

export function Layers({ size: { width }, scenario }: { size: DrawingSize; scenario: FileScenario }) {
  const cellWidth = (width - 3 * pad) / 2
  const columnX = (file: DemoFile) => pad + files.indexOf(file) * (cellWidth + pad)
  const hasContainer = scenario.step !== 'rm'
  return (
    <>
      {(['merged', 'upper', 'lower'] as const).map((layer) => (
        <LayerFrame key={layer} layer={layer} width={width} isGone={layer !== 'lower' && !hasContainer} />
      ))}
      {files.map((file) => (
        <FileColumn key={file} file={file} x={columnX(file)} width={cellWidth} scenario={scenario} />
      ))}
      <Movement
        x={arrowX(fileOfStep[scenario.step], columnX(fileOfStep[scenario.step]), cellWidth)}
        scenario={scenario}
      />
    </>
  )
}

/** Keeps clear of the layers’ titles at the left and right. */
function arrowX(file: DemoFile, x: number, cellWidth: number): number {
  return x + cellWidth * (file === 'index' ? 0.86 : 0.42)
}

function LayerFrame({ layer, width, isGone }: { layer: LayerName; width: number; isGone: boolean }) {
  const y = layerTops[layer]
  const [title, directory] = titles[layer]
  return (
    <>
      <Box x={0} y={y} width={width} height={layerHeight} tone={isGone ? 'gone' : 'outline'} />
      <SvgText x={pad} y={y + 14} color="soft">
        {isGone && layer === 'upper' ? 'deleted' : isGone ? 'no container' : title}
      </SvgText>
      <SvgText isCode x={width - pad} y={y + 14} anchor="end" color="soft">
        {directory}
      </SvgText>
    </>
  )
}

/** A file in each layer. A file of the image that the container cannot see is hatched. */
function FileColumn({
  file,
  x,
  width,
  scenario,
}: {
  file: DemoFile
  x: number
  width: number
  scenario: FileScenario
}) {
  const boundsIn = (layer: LayerName): Bounds => ({
    x,
    y: layerTops[layer] + cell.top,
    width,
    height: cell.height,
  })
  const entry = upperEntry(file, scenario)
  const source = sourceOf(file, scenario)
  const lineX = arrowX(file, x, width)
  const bytes = entry?.kind === 'file' ? entry.bytes : imageBytes(scenario)
  return (
    <>
      {source && (
        <Line d={`M${lineX} ${layerTops.merged + layerHeight - 10}V${boundsIn(source).y}`} stroke="strong" />
      )}
      {source && <FileBox bounds={boundsIn('merged')} name={filePaths[file]} bytes={bytes} tone="plain" />}
      {scenario.step === 'delete' && file === 'index' && (
        <Whiteout bounds={boundsIn('merged')} text="no such file" />
      )}
      {entry?.kind === 'file' && (
        <FileBox bounds={boundsIn('upper')} name={filePaths[file]} bytes={entry.bytes} tone="area" />
      )}
      {entry?.kind === 'whiteout' && <Whiteout bounds={boundsIn('upper')} text="whiteout" isHatched />}
      {file === 'index' && (
        <FileBox
          bounds={boundsIn('lower')}
          name={filePaths[file]}
          bytes={imageBytes(scenario)}
          tone={entry ? 'hidden' : 'sunk'}
          isCovered={entry !== undefined}
        />
      )}
    </>
  )
}

function FileBox({
  bounds,
  name,
  bytes,
  tone,
  isCovered = false,
}: {
  bounds: Bounds
  name: string
  bytes: number
  tone: 'plain' | 'area' | 'sunk' | 'hidden'
  isCovered?: boolean
}) {
  const middle = bounds.y + bounds.height / 2
  return (
    <>
      <Box {...bounds} tone={tone} />
      {isCovered && <HatchedArea {...bounds} />}
      <SvgText isCode x={bounds.x + 8} y={middle} hasOutline={isCovered}>
        {name}
      </SvgText>
      <SvgText x={bounds.x + bounds.width - 8} y={middle} anchor="end" color="soft" hasOutline={isCovered}>
        {formatSize(bytes)}
      </SvgText>
    </>
  )
}

function Whiteout({
  bounds,
  text,
  isHatched = false,
}: {
  bounds: Bounds
  text: string
  isHatched?: boolean
}) {
  return (
    <>
      <Box {...bounds} tone="gone" />
      {isHatched && <HatchedArea {...bounds} />}
      <SvgText
        x={bounds.x + bounds.width / 2}
        y={bounds.y + bounds.height / 2}
        anchor="middle"
        color="soft"
        hasOutline={isHatched}
      >
        {text}
      </SvgText>
    </>
  )
}

const fileOfStep = {
  read: 'index',
  change: 'index',
  again: 'index',
  create: 'note',
  delete: 'index',
  rm: 'index',
} satisfies Record<Step, DemoFile>

/** The data that moves in this step: up when it is read or copied, down into the writable layer when it is written. */
function Movement({ x, scenario }: { x: number; scenario: FileScenario }) {
  const topOf = (layer: LayerName) => layerTops[layer] + cell.top
  const footOf = (layer: LayerName) => topOf(layer) + cell.height
  const write = { from: footOf('merged'), to: topOf('upper') - 2 }
  switch (scenario.step) {
    case 'read':
      return <LabeledArrow x={x} from={topOf('lower')} to={footOf('merged') + 2} text="read" />
    case 'change':
      return (
        <>
          <LabeledArrow x={x} {...write} text="1 B" />
          <LabeledArrow
            x={x}
            from={topOf('lower')}
            to={footOf('upper') + 2}
            text={`copy ${formatSize(imageBytes(scenario))}`}
          />
        </>
      )
    case 'again':
      return <LabeledArrow x={x} {...write} text="1 B" />
    case 'create':
      return <LabeledArrow x={x} {...write} text={`${noteBytes} B`} />
    case 'delete':
      return <LabeledArrow x={x} {...write} text="rm" />
    case 'rm':
      return null
    default:
      return scenario.step satisfies never
  }
}

/** The label is between two layers, above the title of the lower one. */
function LabeledArrow({ x, from, to, text }: { x: number; from: number; to: number; text: string }) {
  const lower = Math.max(from, to)
  return (
    <>
      <Arrow
        points={[
          [x, from],
          [x, to],
        ]}
        stroke="area"
        isHeavy
      />
      <SvgText x={x + 8} y={lower - cell.top - layerGap / 2} color="area">
        {text}
      </SvgText>
    </>
  )
}
