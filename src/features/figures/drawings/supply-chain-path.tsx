import {
  type Check,
  type Defense,
  type Entry,
  entersAt,
  entries,
  entryLabels,
  type ImageStep,
  imageSteps,
  isStoppedOnEntry,
  reachedSteps,
  stoppingCheck,
} from '#domain/figures/supply-chain.ts'
import type { DrawingSize } from '../drawing-area.tsx'
import { Arrow, type Bounds, Box, CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'

/**
 * The upper half of plate 4.1: three inputs of the build, the steps of an image, and the two ways in after the build.
 */

const boxHeight = 38
const tops = { inputs: 24, build: 106, registry: 178, run: 250 }
export const pathHeight = tops.run + boxHeight

export function PathToRun({ size, defense }: { size: DrawingSize; defense: Defense }) {
  const boundsOf = boundsFor(size)
  const reached = reachedSteps(defense)
  const stop = stoppingCheck(defense)
  const isReached = (step: ImageStep) => reached.includes(step)
  return (
    <>
      <SvgText x={0} y={8} color="soft">
        from outside
      </SvgText>
      {entries.map((entry) => (
        <EntryArrow
          key={entry}
          from={boundsOf(entry)}
          to={boundsOf(entersAt[entry])}
          isForeign={entry === defense.entry}
          stop={entry === defense.entry && isStoppedOnEntry(defense) ? stop : undefined}
        />
      ))}
      <StepArrow
        from={boundsOf('build')}
        to={boundsOf('registry')}
        isForeign={isReached('build')}
        stop={undefined}
      />
      <StepArrow
        from={boundsOf('registry')}
        to={boundsOf('run')}
        isForeign={isReached('registry')}
        stop={isReached('registry') && !isReached('run') ? stop : undefined}
      />
      {entries.map((entry) => (
        <NamedBox
          key={entry}
          bounds={boundsOf(entry)}
          name={entryLabels[entry]}
          isForeign={entry === defense.entry}
        />
      ))}
      {imageSteps.map((step) => (
        <NamedBox key={step} bounds={boundsOf(step)} name={step} isForeign={isReached(step)} />
      ))}
      <CheckOrCross
        x={boundsOf('run').x + boundsOf('run').width / 2 - 26}
        y={tops.run + boxHeight / 2}
        kind={isReached('run') ? 'no' : 'yes'}
      />
    </>
  )
}

function boundsFor({ width, kind }: DrawingSize) {
  const gap = kind === 'wide' ? 18 : 10
  const third = (width - 2 * gap) / 3
  const main = 2 * third - (kind === 'wide' ? 60 : 34)
  const side = { x: 2 * (third + gap), width: third, height: boxHeight }
  const bounds = {
    base: { x: 0, y: tops.inputs, width: third, height: boxHeight },
    dependency: { x: third + gap, y: tops.inputs, width: third, height: boxHeight },
    tool: { ...side, y: tops.inputs },
    push: { ...side, y: tops.registry },
    tag: { ...side, y: tops.run },
    build: { x: 0, y: tops.build, width, height: boxHeight },
    registry: { x: 0, y: tops.registry, width: main, height: boxHeight },
    run: { x: 0, y: tops.run, width: main, height: boxHeight },
  } satisfies Record<Entry | ImageStep, Bounds>
  return (at: Entry | ImageStep): Bounds => bounds[at]
}

/** Foreign content is hatched, and so is every step that it reaches. */
function NamedBox({ bounds, name, isForeign }: { bounds: Bounds; name: string; isForeign: boolean }) {
  return (
    <>
      <Box {...bounds} tone={isForeign ? 'area' : 'plain'} />
      {isForeign && <HatchedArea {...bounds} />}
      <SvgText
        x={bounds.x + bounds.width / 2}
        y={bounds.y + bounds.height / 2}
        anchor="middle"
        hasOutline={isForeign}
      >
        {name}
      </SvgText>
    </>
  )
}

type ArrowProps = { from: Bounds; to: Bounds; isForeign: boolean; stop: Check | undefined }

const stopLabels = {
  pin: 'digest',
  scan: 'scan',
  sbom: 'SBOM',
  provenance: 'provenance',
  signature: 'not your signer',
} satisfies Record<Check, string>

/** Down from one step to the next, at the same x in both. */
function StepArrow({ from, to, isForeign, stop }: ArrowProps) {
  const x = to.width / 2
  return <StoppableArrow x={x} from={from.y + boxHeight} to={to.y} isForeign={isForeign} stop={stop} />
}

function EntryArrow({ from, to, isForeign, stop }: ArrowProps) {
  if (from.y < to.y)
    return (
      <StoppableArrow
        x={from.x + from.width / 2}
        from={from.y + boxHeight}
        to={to.y}
        isForeign={isForeign}
        stop={stop}
        isLabelLeft={from.x > to.width / 2}
      />
    )
  const y = from.y + boxHeight / 2
  const end = to.x + to.width
  const middle = (from.x + end) / 2
  const lineStyle = { stroke: isForeign ? 'area' : 'strong', isHeavy: isForeign } as const
  if (!stop)
    return (
      <Arrow
        points={[
          [from.x, y],
          [end + 3, y],
        ]}
        {...lineStyle}
      />
    )
  return (
    <>
      <Line d={`M${from.x} ${y}H${middle + 8}`} {...lineStyle} />
      <CheckOrCross x={middle} y={y} kind="no" />
    </>
  )
}

/** An arrow; if a check stops it, it ends in a cross with the name of the check. */
function StoppableArrow({
  x,
  from,
  to,
  isForeign,
  stop,
  isLabelLeft = false,
}: {
  x: number
  from: number
  to: number
  isForeign: boolean
  stop: Check | undefined
  isLabelLeft?: boolean
}) {
  const lineStyle = { stroke: isForeign ? 'area' : 'strong', isHeavy: isForeign } as const
  const middle = (from + to) / 2
  if (!stop)
    return (
      <Arrow
        points={[
          [x, from],
          [x, to - 3],
        ]}
        {...lineStyle}
      />
    )
  return (
    <>
      <Line d={`M${x} ${from}V${middle - 8}`} {...lineStyle} />
      <CheckOrCross x={x} y={middle} kind="no" />
      <SvgText x={isLabelLeft ? x - 10 : x + 10} y={middle} anchor={isLabelLeft ? 'end' : 'start'}>
        {stopLabels[stop]}
      </SvgText>
    </>
  )
}
