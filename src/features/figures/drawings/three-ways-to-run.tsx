import { useState } from 'react'
import {
  apps,
  type Block,
  blocksOf,
  copiesOf,
  type Part,
  type Plan,
  plans,
  told,
  type Way,
  ways,
} from '#domain/figures/three-ways-to-run.ts'
import { Choice } from '../choice.tsx'
import { Box, Words } from '../ink.tsx'
import { Plate } from '../plate.tsx'
import { Drawing, type Sheet } from '../sheet.tsx'

export function ThreeWaysToRun() {
  const [way, setWay] = useState<Way>('bare-metal')
  return (
    <Plate
      id="three-ways-to-run"
      sentence={plans[way].sentence}
      told={told}
      controls={
        <Choice
          legend="Run them on"
          options={ways.map((value) => ({ value, label: plans[value].label }))}
          value={way}
          onChange={setWay}
        />
      }
      draw={(sheet) => <Stack sheet={sheet} way={way} />}
    />
  )
}

const row = { height: 38, gap: 8 }
const levels = 5
/** What a wall needs around its app: sides, and room for its name above. */
const wallPad = { side: 8, top: 28 }
const ground = wallPad.top + wallPad.side + levels * (row.height + row.gap)

function Stack({ sheet, way }: { sheet: Sheet; way: Way }) {
  const isWide = sheet.kind === 'wide'
  const width = isWide ? 416 : sheet.width
  return (
    <Drawing sheet={sheet} height={isWide ? ground : ground + 92}>
      <Walls way={way} width={width} />
      {blocksOf(way).map((block) => (
        <Box key={block.key} {...placeOf(block, way, width)} tone={toneOf(block)}>
          {block.kind === 'own' && block.part === 'app' ? apps[block.app] : block.part}
        </Box>
      ))}
      {counted.map(([part, one, many], index) => (
        <Count
          key={part}
          count={copiesOf(way, part)}
          isRepeated={part !== 'app' && copiesOf(way, part) > 1}
          name={copiesOf(way, part) === 1 ? one : many}
          {...(isWide ? { x: 468, y: 40 + index * 82 } : { x: index * 104, y: ground + 44 })}
        />
      ))}
    </Drawing>
  )
}

const counted: [Part, string, string][] = [
  ['app', 'app', 'apps'],
  ['libraries', 'library set', 'library sets'],
  ['kernel', 'kernel', 'kernels'],
]

function toneOf(block: Block) {
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

function placeOf(block: Block, way: Way, width: number) {
  const y = topOf(block.level)
  if (block.kind === 'shared') return { x: 0, y, width, height: row.height }
  const column = columnOf(block.app, width)
  const plan: Plan = plans[way]
  return {
    x: column.x + wallPad.side,
    y: plan.wall ? y - wallPad.side : y,
    width: column.width - 2 * wallPad.side,
    height: row.height,
  }
}

/** A machine's wall is held by hardware and drawn whole; a container's is a matter of what it is shown. */
function Walls({ way, width }: { way: Way; width: number }) {
  const { wall, shared, own }: Plan = plans[way]
  if (!wall) return null
  const top = topOf(shared.length + own.length - 1) - wallPad.side - wallPad.top
  const foot = topOf(shared.length) + row.height
  return apps.map((app, index) => {
    const column = columnOf(index, width)
    return (
      <g key={`${wall}-${app}`}>
        <Box {...column} y={top} height={foot - top} tone={wall === 'machine' ? 'outline' : 'gone'} />
        <Words x={column.x + column.width / 2} y={top + wallPad.top / 2 + 1} anchor="middle" ink="soft">
          {wall}
        </Words>
      </g>
    )
  })
}

function Count({
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
      <Words x={x} y={y} face="font-display" size={40} ink={isRepeated ? 'area' : 'ink'}>
        {count}
      </Words>
      <Words x={x} y={y + 34} ink="soft">
        {name}
      </Words>
    </>
  )
}
