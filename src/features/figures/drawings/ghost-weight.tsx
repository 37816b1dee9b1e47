import {
  type Build,
  buildLabels,
  builds,
  describeBuild,
  figureStates,
  hiddenWeight,
  type ImageLayer,
  images,
  isWhitedOut,
  totalWeight,
  visibleFiles,
} from '#domain/figures/ghost-weight.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

export function GhostWeight(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Build> = {
  id: 'ghost-weight',
  figureStates,
  describeState: describeBuild,
  renderControls: (build, choose) => (
    <RadioGroup
      variant="segments"
      areCode
      name="Built as far as"
      options={builds.map((value) => ({ value, text: buildLabels[value] }))}
      value={build}
      onValueChange={choose}
    />
  ),
  renderDrawing: (size, build) => <LayerStack size={size} layers={images[build]} />,
}

/** A layer's height is its size; an empty layer is a line with its name above. */
const unitsPerMib = 2.8
const nameHeight = 26
const ground = 2 * nameHeight + totalWeight(images.delete) * unitsPerMib

function LayerStack({ size, layers }: { size: DrawingSize; layers: ImageLayer[] }) {
  const isWide = size.kind === 'wide'
  const width = isWide ? 332 : size.width - 40
  return (
    <Drawing size={size} height={isWide ? ground + 8 : ground + 118}>
      {layers.map((layer, index) => (
        <LayerBar key={layer.instruction} layers={layers} index={index} width={width} />
      ))}
      <WeightAxis x={width + 14} mib={totalWeight(layers)} />
      <WeightLabels
        layers={layers}
        x={isWide ? 436 : 0}
        y={isWide ? ground - 190 : ground + 30}
        isWide={isWide}
      />
    </Drawing>
  )
}

function LayerBar({ layers, index, width }: { layers: ImageLayer[]; index: number; width: number }) {
  const layer = layers[index]
  if (!layer) return null
  const bottom = ground - totalWeight(layers.slice(0, index)) * unitsPerMib
  const height = totalWeight([layer]) * unitsPerMib
  const y = bottom - height
  if (height === 0) return <FileBar layer={layer} y={y} width={width} />
  const hidden = layer.files.find(({ path }) => isWhitedOut(layers, index, path))
  const isBase = index === 0
  const fileBarSize = { x: width / 2 - 60, y: y + height / 2 - 12, width: 120, height: 46 }
  const nameY = isBase ? y + height / 2 : y + 20
  return (
    <>
      <Box x={0} y={y} width={width} height={height} tone={isBase ? 'sunk' : 'plain'} />
      {hidden && <HatchedArea x={0} y={y} width={width} height={height} />}
      <SvgText isCode x={12} y={nameY} hasOutline={hidden !== undefined}>
        {layer.instruction}
      </SvgText>
      <SvgText x={width - 12} y={nameY} anchor="end" color="soft" hasOutline={hidden !== undefined}>
        {totalWeight([layer])} MiB
      </SvgText>
      {!isBase && (
        <Box {...fileBarSize} tone={hidden ? 'hidden' : 'area'} isCode>
          {layer.files.map(({ path }) => path).join(' ')}
        </Box>
      )}
    </>
  )
}

/** A scale with the total size of the layers. */
function WeightAxis({ x, mib }: { x: number; mib: number }) {
  const ticks = [0, 10, 20, 30, 40, 50, 60]
  const at = (value: number) => ground - value * unitsPerMib
  return (
    <>
      <Line
        d={`M${x} ${at(0)}V${at(60)}${ticks.map((tick) => `M${x} ${at(tick)}h5`).join('')}`}
        stroke="rule"
      />
      <Line d={`M${x} ${at(0)}V${at(mib)}`} stroke="area" isHeavy />
      <SvgText x={x + 26} y={at(60) - 22} anchor="end" color="soft">
        MiB
      </SvgText>
      {[0, 20, 40, 60].map((tick) => (
        <SvgText key={tick} x={x + 11} y={at(tick)} color="soft">
          {tick}
        </SvgText>
      ))}
    </>
  )
}

/** A layer without files: a whiteout, or nothing. */
function FileBar({ layer, y, width }: { layer: ImageLayer; y: number; width: number }) {
  return (
    <>
      <Line d={`M0 ${y}H${width}`} stroke="ink" isHeavy />
      <SvgText isCode x={12} y={y - 14}>
        {layer.instruction}
      </SvgText>
      {layer.whiteouts.map((path) => (
        <SvgText isCode key={path} x={width / 2} y={y - 14} anchor="middle" color="area">
          {path.replace('/', '.wh.')}
        </SvgText>
      ))}
      <SvgText x={width - 12} y={y - 14} anchor="end" color="soft">
        0 MiB
      </SvgText>
    </>
  )
}

/** What a container sees of the layers, and what they hold. */
function WeightLabels({
  layers,
  x,
  y,
  isWide,
}: {
  layers: ImageLayer[]
  x: number
  y: number
  isWide: boolean
}) {
  const ghost = hiddenWeight(layers)
  const right = isWide ? { x, y: y + 96 } : { x: x + 160, y }
  const isSeen = visibleFiles(layers).some(({ path }) => path === '/big')
  return (
    <>
      <SvgText x={x} y={y} color="soft">
        a container sees
      </SvgText>
      <SvgText isCode x={x} y={y + 26}>
        /bin /etc /lib …
      </SvgText>
      <SvgText x={x} y={y + 48} color={isSeen ? 'area' : 'soft'}>
        {isSeen ? '/big' : 'no /big'}
      </SvgText>
      <SvgText x={right.x} y={right.y} color="soft">
        the layers hold
      </SvgText>
      <SvgText x={right.x} y={right.y + 36} fontFamily="font-display" fontSize={40}>
        {totalWeight(layers)}
        <tspan className="font-mono" fontSize={13}>
          {' '}
          MiB
        </tspan>
      </SvgText>
      <SvgText x={right.x} y={right.y + 74} color={ghost > 0 ? 'area' : 'soft'}>
        {ghost > 0 ? `${ghost} of it unseen` : 'all of it seen'}
      </SvgText>
    </>
  )
}
