import {
  type Check,
  checkLabels,
  checks,
  type Defense,
  describeDefense,
  type Effect,
  effectOf,
  entries,
  entryLabels,
  figureStates,
  toggleCheck,
} from '#domain/figures/supply-chain.ts'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { CheckOrCross, Line, SvgText } from '../svg-primitives.tsx'
import { PathToRun, pathHeight } from './supply-chain-path.tsx'

export function SupplyChain(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<Defense> = {
  id: 'supply-chain',
  figureStates,
  describeState: describeDefense,
  renderControls: (defense, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Where it comes in"
        options={entries.map((value) => ({ value, text: entryLabels[value] }))}
        value={defense.entry}
        onValueChange={(entry) => choose({ ...defense, entry })}
      />
      <fieldset className="min-w-0">
        <legend className="caption text-ink-soft">Checks in place</legend>
        <div className="flex flex-wrap gap-x-5 text-sm">
          {checks.map((check) => (
            <Checkbox
              key={check}
              text={checkLabels[check]}
              isChecked={defense.inPlace.includes(check)}
              onToggle={() => choose(toggleCheck(defense, check))}
              className="@min-[32rem]:min-h-7!"
            />
          ))}
        </div>
      </fieldset>
    </>
  ),
  renderDrawing: (size, defense) => <ChainAndChecks size={size} defense={defense} />,
}

const ledger = pathHeight + 38
const rowHeight = 24
const height = ledger + checks.length * rowHeight - 6

function ChainAndChecks({ size, defense }: { size: DrawingSize; defense: Defense }) {
  return (
    <Drawing size={size} height={height}>
      <PathToRun size={size} defense={defense} />
      {checks.map((check, index) => (
        <CheckRow
          key={check}
          y={ledger + index * rowHeight}
          width={size.width}
          check={check}
          effect={effectOf(check, defense.entry)}
          isInPlace={defense.inPlace.includes(check)}
        />
      ))}
    </Drawing>
  )
}

const effectTexts = {
  stops: { yes: 'stops it', no: 'would stop it' },
  shows: { yes: 'shows it', no: 'would show it' },
  nothing: { yes: 'says nothing', no: 'says nothing' },
} satisfies Record<Effect, { yes: string; no: string }>

function CheckRow({
  y,
  width,
  check,
  effect,
  isInPlace,
}: {
  y: number
  width: number
  check: Check
  effect: Effect
  isInPlace: boolean
}) {
  const color = isInPlace ? 'ink' : 'soft'
  return (
    <>
      <Line d={`M0 ${y - rowHeight / 2}H${width}`} stroke="rule" />
      {isInPlace && <CheckOrCross x={6} y={y} kind="yes" />}
      <SvgText x={18} y={y} color={color}>
        {checkLabels[check]}
      </SvgText>
      <SvgText x={width} y={y} anchor="end" color={isInPlace && effect === 'stops' ? 'area' : color}>
        {effectTexts[effect][isInPlace ? 'yes' : 'no']}
      </SvgText>
    </>
  )
}
