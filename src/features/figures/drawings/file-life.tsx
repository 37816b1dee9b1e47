import {
  describeLife,
  diffLetter,
  type File,
  type FileLife,
  figureStates,
  filePaths,
  files,
  layerBytes,
  sizeProblem,
  stepLabels,
  steps,
  writtenBytes,
} from '#domain/figures/file-life.ts'
import { formatSize } from '#domain/figures/format-size.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureParts } from '../plate.tsx'
import { Line, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'
import { Layers, layersHeight } from './file-life-layers.tsx'

export function FileLifeFigure(props: FigureProps) {
  return <DrawnFigure parts={parts} {...props} />
}

const parts: FigureParts<FileLife> = {
  id: 'file-life',
  figureStates,
  sentenceOf: describeLife,
  renderControls: (life, choose) => (
    <>
      <RadioGroup
        look="segments"
        name="What happens"
        options={steps.map((value) => ({ value, text: stepLabels[value] }))}
        value={life.step}
        onValueChange={(step) => choose({ ...life, step })}
      />
      <CheckedField
        name="Size of /index in the image"
        value={life.size}
        problemOf={sizeProblem}
        maxLength={12}
        className="max-w-40"
        onValueChange={(size) => choose({ ...life, size })}
      />
    </>
  ),
  renderDrawing: (sheet, life) => <LayersAndLedger sheet={sheet} life={life} />,
}

const ledger = layersHeight + 30
const rowHeight = 24
const height = ledger + 2 * rowHeight + 12

function LayersAndLedger({ sheet, life }: { sheet: DrawingSize; life: FileLife }) {
  const hasContainer = life.step !== 'rm'
  const rows = [
    { name: 'this step writes', value: formatWritten(life), isCode: false },
    { name: 'docker diff', value: hasContainer ? formatDiff(life) : 'no container', isCode: true },
    {
      name: 'docker ps -s',
      value: hasContainer ? formatSize(layerBytes(life)) : 'no container',
      isCode: true,
    },
  ]
  return (
    <Drawing sheet={sheet} height={height}>
      <Layers sheet={sheet} life={life} />
      {rows.map(({ name, value, isCode }, index) => (
        <LedgerRow
          key={name}
          y={ledger + index * rowHeight}
          end={sheet.width}
          name={name}
          value={value}
          isCode={isCode}
        />
      ))}
    </Drawing>
  )
}

function formatWritten(life: FileLife): string {
  const { asked, copied } = writtenBytes(life)
  if (asked === 0) return 'no data'
  return copied === 0 ? formatSize(asked) : `${formatSize(copied)} for ${formatSize(asked)}`
}

function formatDiff(life: FileLife): string {
  const lineOf = (file: File) => {
    const letter = diffLetter(file, life)
    return letter ? [`${letter} ${filePaths[file]}`] : []
  }
  return files.flatMap(lineOf).join(', ') || 'nothing'
}

function LedgerRow({
  y,
  end,
  name,
  value,
  isCode,
}: {
  y: number
  end: number
  name: string
  value: string
  isCode: boolean
}) {
  return (
    <>
      <Line d={`M0 ${y - rowHeight / 2}H${end}`} stroke="rule" />
      <SvgText isCode={isCode} x={0} y={y} ink="soft">
        {name}
      </SvgText>
      <SvgText x={end} y={y} anchor="end">
        {value}
      </SvgText>
    </>
  )
}
