import {
  type DemoFile,
  describeScenario,
  diffLetter,
  type FileScenario,
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
import { LedgerRow, ledgerRowHeight } from '../ledger-row.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { CheckedField } from './checked-field.tsx'
import { Layers, layersHeight } from './file-life-layers.tsx'

export function FileLifeFigure(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<FileScenario> = {
  id: 'file-life',
  figureStates,
  describeState: describeScenario,
  renderControls: (scenario, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="What happens"
        options={steps.map((value) => ({ value, text: stepLabels[value] }))}
        value={scenario.step}
        onValueChange={(step) => choose({ ...scenario, step })}
      />
      <CheckedField
        name="Size of /index in the image"
        value={scenario.size}
        problemOf={sizeProblem}
        maxLength={12}
        className="max-w-40"
        onValueChange={(size) => choose({ ...scenario, size })}
      />
    </>
  ),
  renderDrawing: (size, scenario) => <LayersAndLedger size={size} scenario={scenario} />,
}

const ledger = layersHeight + 30
const height = ledger + 2 * ledgerRowHeight + 12

function LayersAndLedger({ size, scenario }: { size: DrawingSize; scenario: FileScenario }) {
  const hasContainer = scenario.step !== 'rm'
  const rows = [
    { name: 'this step writes', value: formatWritten(scenario), isCode: false },
    { name: 'docker diff', value: hasContainer ? formatDiff(scenario) : 'no container', isCode: true },
    {
      name: 'files in the layer',
      value: hasContainer ? formatSize(layerBytes(scenario)) : 'no container',
      isCode: false,
    },
  ]
  return (
    <Drawing size={size} height={height}>
      <Layers size={size} scenario={scenario} />
      {rows.map(({ name, value, isCode }, index) => (
        <LedgerRow
          key={name}
          y={ledger + index * ledgerRowHeight}
          end={size.width}
          name={name}
          value={value}
          isCode={isCode}
          rule="above"
        />
      ))}
    </Drawing>
  )
}

function formatWritten(scenario: FileScenario): string {
  const { requested, copied } = writtenBytes(scenario)
  if (requested === 0) return 'no data'
  return copied === 0 ? formatSize(requested) : `${formatSize(copied)} for ${formatSize(requested)}`
}

function formatDiff(scenario: FileScenario): string {
  const lineOf = (file: DemoFile) => {
    const letter = diffLetter(file, scenario)
    return letter ? [`${letter} ${filePaths[file]}`] : []
  }
  return files.flatMap(lineOf).join(', ') || 'nothing'
}
