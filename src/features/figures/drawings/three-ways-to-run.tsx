import {
  apps,
  blocksOf,
  countCopies,
  type DeploymentModel,
  deploymentModels,
  figureStates,
  type StackBlock,
  type StackPart,
  type StackPlan,
  stackPlans,
} from '#domain/figures/three-ways-to-run.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Box, SvgText } from '../svg-primitives.tsx'

export function ThreeWaysToRun(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<DeploymentModel> = {
  id: 'three-ways-to-run',
  figureStates,
  describeState: (model) => stackPlans[model].description,
  renderControls: (model, choose) => (
    <RadioGroup
      variant="segments"
      name="Run them on"
      options={deploymentModels.map((value) => ({ value, text: stackPlans[value].label }))}
      value={model}
      onValueChange={choose}
    />
  ),
  renderDrawing: (size, model) => <Stack size={size} deploymentModel={model} />,
}

const row = { height: 38, gap: 8 }
const levels = 5
/** The padding between an app and its border, with room for the name above. */
const isolationPadding = { side: 8, top: 28 }
const ground = isolationPadding.top + isolationPadding.side + levels * (row.height + row.gap)

function Stack({ size, deploymentModel }: { size: DrawingSize; deploymentModel: DeploymentModel }) {
  const isWide = size.kind === 'wide'
  const width = isWide ? 416 : size.width
  return (
    <Drawing size={size} height={isWide ? ground : ground + 92}>
      <IsolationBorders deploymentModel={deploymentModel} width={width} />
      {blocksOf(deploymentModel).map((block) => (
        <Box key={block.key} {...boundsOf(block, deploymentModel, width)} tone={toneOf(block)}>
          {block.kind === 'own' && block.part === 'app' ? apps[block.app] : block.part}
        </Box>
      ))}
      {counted.map(([part, singular, plural], index) => (
        <CopyCount
          key={part}
          count={countCopies(deploymentModel, part)}
          isRepeated={part !== 'app' && countCopies(deploymentModel, part) > 1}
          name={countCopies(deploymentModel, part) === 1 ? singular : plural}
          {...(isWide ? { x: 468, y: 40 + index * 82 } : { x: index * 104, y: ground + 44 })}
        />
      ))}
    </Drawing>
  )
}

const counted: [StackPart, string, string][] = [
  ['app', 'app', 'apps'],
  ['libraries', 'library set', 'library sets'],
  ['kernel', 'kernel', 'kernels'],
]

function toneOf(block: StackBlock) {
  if (block.part === 'hardware') return 'sunk'
  return block.kind === 'own' && block.isRepeated ? 'area' : 'plain'
}

function columnOf(app: number, width: number) {
  const gap = width > 308 ? 18 : 12
  const column = (width - gap * (apps.length - 1)) / apps.length
  return { x: app * (column + gap), width: column }
}

function topOf(level: number): number {
  return ground - (level + 1) * (row.height + row.gap) + row.gap - 1
}

function boundsOf(block: StackBlock, deploymentModel: DeploymentModel, width: number) {
  const y = topOf(block.level)
  if (block.kind === 'shared') return { x: 0, y, width, height: row.height }
  const column = columnOf(block.app, width)
  const plan: StackPlan = stackPlans[deploymentModel]
  return {
    x: column.x + isolationPadding.side,
    y: plan.isolation ? y - isolationPadding.side : y,
    width: column.width - 2 * isolationPadding.side,
    height: row.height,
  }
}

/** A machine is isolated by hardware, so its border is solid; a container's is dashed. */
function IsolationBorders({ deploymentModel, width }: { deploymentModel: DeploymentModel; width: number }) {
  const { isolation, shared, own }: StackPlan = stackPlans[deploymentModel]
  if (!isolation) return null
  const top = topOf(shared.length + own.length - 1) - isolationPadding.side - isolationPadding.top
  const foot = topOf(shared.length) + row.height
  return apps.map((app, index) => {
    const column = columnOf(index, width)
    return (
      <g key={`${isolation}-${app}`}>
        <Box {...column} y={top} height={foot - top} tone={isolation === 'machine' ? 'outline' : 'gone'} />
        <SvgText
          x={column.x + column.width / 2}
          y={top + isolationPadding.top / 2 + 1}
          anchor="middle"
          color="soft"
        >
          {isolation}
        </SvgText>
      </g>
    )
  })
}

function CopyCount({
  count,
  isRepeated,
  name,
  x,
  y,
}: {
  count: number
  isRepeated: boolean
  name: string
  x: number
  y: number
}) {
  return (
    <>
      <SvgText x={x} y={y} fontFamily="font-display" fontSize={40} color={isRepeated ? 'area' : 'ink'}>
        {count}
      </SvgText>
      <SvgText x={x} y={y + 34} color="soft">
        {name}
      </SvgText>
    </>
  )
}
