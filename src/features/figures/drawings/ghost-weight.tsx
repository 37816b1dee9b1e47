import { useState } from 'react'
import {
  type Build,
  builds,
  ghostOf,
  images,
  isHidden,
  type Layer,
  labels,
  seenIn,
  sentenceOf,
  told,
  weightOf,
} from '#domain/figures/ghost-weight.ts'
import { Choice } from '../choice.tsx'
import { Box, Hatching, Line, Words } from '../ink.tsx'
import { Plate } from '../plate.tsx'
import { Drawing, type Sheet } from '../sheet.tsx'

export function GhostWeight() {
  const [build, setBuild] = useState<Build>('base')
  return (
    <Plate
      id="ghost-weight"
      sentence={sentenceOf(build)}
      told={told}
      controls={
        <Choice
          legend="Built as far as"
          options={builds.map((value) => ({ value, label: labels[value] }))}
          value={build}
          onChange={setBuild}
        />
      }
      draw={(sheet) => <Image sheet={sheet} layers={images[build]} />}
    />
  )
}

/** Layers are as high as they are heavy; one that weighs nothing is a line with its name above. */
const perMib = 2.8
const nameHeight = 26
const ground = 2 * nameHeight + weightOf(images.delete) * perMib

function Image({ sheet, layers }: { sheet: Sheet; layers: Layer[] }) {
  const isWide = sheet.kind === 'wide'
  const width = isWide ? 332 : sheet.width - 40
  return (
    <Drawing sheet={sheet} height={isWide ? ground + 8 : ground + 118}>
      {layers.map((layer, index) => (
        <Slab key={layer.instruction} layers={layers} index={index} width={width} />
      ))}
      <Ruler x={width + 14} mib={weightOf(layers)} />
      <Readings
        layers={layers}
        x={isWide ? 436 : 0}
        y={isWide ? ground - 190 : ground + 30}
        isWide={isWide}
      />
    </Drawing>
  )
}

function Slab({ layers, index, width }: { layers: Layer[]; index: number; width: number }) {
  const layer = layers[index]
  if (!layer) return null
  const foot = ground - weightOf(layers.slice(0, index)) * perMib
  const height = weightOf([layer]) * perMib
  const y = foot - height
  if (height === 0) return <Sheetlet layer={layer} y={y} width={width} />
  const hidden = layer.files.find(({ path }) => isHidden(layers, index, path))
  const isBase = index === 0
  const chip = { x: width / 2 - 60, y: y + height / 2 - 12, width: 120, height: 46 }
  const nameY = isBase ? y + height / 2 : y + 20
  return (
    <>
      <Box x={0} y={y} width={width} height={height} tone={isBase ? 'sunk' : 'plain'} />
      {hidden && <Hatching x={0} y={y} width={width} height={height} />}
      <Words x={12} y={nameY} hasRim={hidden !== undefined}>
        {layer.instruction}
      </Words>
      <Words x={width - 12} y={nameY} anchor="end" ink="soft" hasRim={hidden !== undefined}>
        {weightOf([layer])} MiB
      </Words>
      {!isBase && (
        <Box {...chip} tone={hidden ? 'hidden' : 'area'}>
          {layer.files.map(({ path }) => path).join(' ')}
        </Box>
      )}
    </>
  )
}

/** What the stack weighs, on a scale beside it. */
function Ruler({ x, mib }: { x: number; mib: number }) {
  const ticks = [0, 10, 20, 30, 40, 50, 60]
  const at = (value: number) => ground - value * perMib
  return (
    <>
      <Line
        d={`M${x} ${at(0)}V${at(60)}${ticks.map((tick) => `M${x} ${at(tick)}h5`).join('')}`}
        stroke="rule"
      />
      <Line d={`M${x} ${at(0)}V${at(mib)}`} stroke="area" isHeavy />
      <Words x={x + 26} y={at(60) - 22} anchor="end" ink="soft">
        MiB
      </Words>
      {[0, 20, 40, 60].map((tick) => (
        <Words key={tick} x={x + 11} y={at(tick)} ink="soft">
          {tick}
        </Words>
      ))}
    </>
  )
}

/** A layer without weight: a whiteout, or nothing at all. */
function Sheetlet({ layer, y, width }: { layer: Layer; y: number; width: number }) {
  return (
    <>
      <Line d={`M0 ${y}H${width}`} stroke="ink" isHeavy />
      <Words x={12} y={y - 14}>
        {layer.instruction}
      </Words>
      {layer.whiteouts.map((path) => (
        <Words key={path} x={width / 2} y={y - 14} anchor="middle" ink="area">
          {path.replace('/', '.wh.')}
        </Words>
      ))}
      <Words x={width - 12} y={y - 14} anchor="end" ink="soft">
        0 MiB
      </Words>
    </>
  )
}

/** The same stack twice: as a container sees it, and as a push carries it. */
function Readings({ layers, x, y, isWide }: { layers: Layer[]; x: number; y: number; isWide: boolean }) {
  const ghost = ghostOf(layers)
  const right = isWide ? { x, y: y + 96 } : { x: x + 160, y }
  const isSeen = seenIn(layers).some(({ path }) => path === '/big')
  return (
    <>
      <Words x={x} y={y} ink="soft">
        a container sees
      </Words>
      <Words x={x} y={y + 26}>
        /bin /etc /lib …
      </Words>
      <Words x={x} y={y + 48} ink={isSeen ? 'area' : 'soft'}>
        {isSeen ? '/big' : 'no /big'}
      </Words>
      <Words x={right.x} y={right.y} ink="soft">
        a push carries
      </Words>
      <Words x={right.x} y={right.y + 36} face="font-display" size={40}>
        {weightOf(layers)}
        <tspan className="font-mono" fontSize={13}>
          {' '}
          MiB
        </tspan>
      </Words>
      <Words x={right.x} y={right.y + 74} ink={ghost > 0 ? 'area' : 'soft'}>
        {ghost > 0 ? `${ghost} of it unseen` : 'all of it seen'}
      </Words>
    </>
  )
}
