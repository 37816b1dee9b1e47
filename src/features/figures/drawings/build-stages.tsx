import {
  describePlan,
  fateOf,
  figureStates,
  planIds,
  planLabels,
  plans,
  type Stage,
  type StageFate,
  type StagePlan,
  shippedBytes,
} from '#domain/figures/build-stages.ts'
import { formatSize } from '#domain/figures/format-size.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { type Bounds, Box, Line, SvgText } from '../svg-primitives.tsx'

export function BuildStages(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<(typeof planIds)[number]> = {
  id: 'build-stages',
  figureStates,
  describeState: describePlan,
  renderControls: (id, choose) => (
    <RadioGroup
      variant="segments"
      name="The build"
      options={planIds.map((value) => ({ value, text: planLabels[value] }))}
      value={id}
      onValueChange={choose}
    />
  ),
  renderDrawing: (size, id) => <Stages size={size} plan={plans[id]} />,
}

const fates = {
  ships: { tone: 'area', text: 'is in the image' },
  cached: { tone: 'sunk', text: 'stays in the cache' },
  skipped: { tone: 'gone', text: 'not built' },
} as const satisfies Record<StageFate, unknown>

const box = { height: 128, gap: 34 }

/** Side by side in the wide size, stacked in the narrow one. The copy arrow goes from the first stage to the last. */
function Stages({ size, plan }: { size: DrawingSize; plan: StagePlan }) {
  const isWide = size.kind === 'wide'
  const { stages } = plan
  const boundsOf = (index: number): Bounds => {
    if (!isWide) return { x: 0, y: index * (box.height + box.gap), width: 262, height: box.height }
    const slot = index > 0 && index === stages.length - 1 ? 2 : index
    return { x: slot * 206, y: 0, width: 188, height: box.height }
  }
  const last = boundsOf(isWide ? 0 : Math.max(stages.length, 2) - 1)
  const end = last.y + box.height + (isWide ? 50 : 0)
  return (
    <Drawing size={size} height={end + 76}>
      {stages.map((stage, index) => (
        <StageBox key={stage.name} stage={stage} fate={fateOf(plan, stage.name)} bounds={boundsOf(index)} />
      ))}
      {stages.map((stage, index) =>
        stage.copiesFrom === undefined ? null : (
          <CopyArrow
            key={stage.name}
            stage={stage}
            from={boundsOf(0)}
            to={boundsOf(index)}
            isWide={isWide}
            isDashed={fateOf(plan, stage.name) === 'skipped'}
          />
        ),
      )}
      <SvgText x={0} y={end + 20} color="soft">
        size of the image
      </SvgText>
      <SvgText x={0} y={end + 54} fontFamily="font-display" fontSize={36}>
        {formatSize(shippedBytes(plan))}
      </SvgText>
    </Drawing>
  )
}

function StageBox({ stage, fate, bounds }: { stage: Stage; fate: StageFate; bounds: Bounds }) {
  const { x, y, width } = bounds
  const { tone, text } = fates[fate]
  const color = fate === 'skipped' ? 'soft' : 'ink'
  return (
    <>
      <Box {...bounds} tone={tone} />
      <SvgText isCode x={x + 12} y={y + 18} color={color}>
        FROM {stage.from} AS {stage.name}
      </SvgText>
      {stage.files.map(({ name, bytes }, index) => (
        <FileLine
          key={name}
          name={name}
          bytes={bytes}
          y={y + 42 + index * 19}
          x={x + 12}
          end={x + width - 12}
          color={color}
        />
      ))}
      {stage.runs && (
        <SvgText isCode x={x + 12} y={y + 42} color={color}>
          {stage.runs}
        </SvgText>
      )}
      <SvgText x={x + 12} y={y + box.height - 14} color={fate === 'ships' ? 'area' : 'soft'}>
        {text}
      </SvgText>
    </>
  )
}

function FileLine({
  name,
  bytes,
  x,
  end,
  y,
  color,
}: {
  name: string
  bytes: number
  x: number
  end: number
  y: number
  color: 'ink' | 'soft'
}) {
  return (
    <>
      <SvgText isCode x={x} y={y} color={color}>
        {name}
      </SvgText>
      <SvgText x={end} y={y} anchor="end" color="soft">
        {formatSize(bytes)}
      </SvgText>
    </>
  )
}

/** Runs below the boxes, or along their right side when they are stacked. */
function CopyArrow({
  stage,
  from,
  to,
  isWide,
  isDashed,
}: {
  stage: Stage
  from: Bounds
  to: Bounds
  isWide: boolean
  isDashed: boolean
}) {
  const [below, right] = [box.height, to.width]
  const start = from.x + from.width / 2
  const tip = to.x + to.width / 2
  const middle = to.y + box.height / 2
  const [path, head] = isWide
    ? [`M${start} ${below}v22H${tip}v-20`, `M${tip - 4} ${below + 9}l4-7l4 7`]
    : [`M${right} ${from.y + box.height / 2}h22V${middle}h-20`, `M${right + 9} ${middle - 4}l-7 4l7 4`]
  const stroke = isDashed ? 'strong' : 'area'
  return (
    <>
      <Line d={path} stroke={stroke} isDashed={isDashed} isHeavy />
      <Line d={head} stroke={stroke} isHeavy />
      <SvgText
        isCode
        x={isWide ? (start + tip) / 2 : right - 6}
        y={isWide ? below + 38 : to.y - 16}
        anchor={isWide ? 'middle' : 'end'}
        color="soft"
      >
        COPY --from={stage.copiesFrom} /api
      </SvgText>
    </>
  )
}
