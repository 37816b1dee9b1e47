import { parseAuditedFlags } from '#domain/figures/audited-flags.ts'
import {
  type AuditCheck,
  checksOf,
  describeAudit,
  figureStates,
  formatScore,
  scoreOf,
} from '#domain/figures/what-the-audit-sees.ts'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { CheckOrCross, HatchedArea, Line, SvgText } from '../svg-primitives.tsx'
import { CheckedField } from './checked-field.tsx'

export function WhatTheAuditSees(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<string> = {
  id: 'what-the-audit-sees',
  figureStates,
  describeState: describeAudit,
  renderControls: (flags, choose) => (
    <>
      <RadioGroup
        variant="segments"
        name="Example"
        options={figureStates.map(({ label, value }) => ({ value, text: label }))}
        value={flags}
        onValueChange={choose}
      />
      <div className="w-full">
        <CheckedField
          name="Flags of docker run"
          value={flags}
          problemOf={problemOf}
          maxLength={300}
          placeholder="none"
          className="max-w-none"
          onValueChange={choose}
        />
      </div>
    </>
  ),
  renderDrawing: (size, flags) => <Report size={size} checks={checksOf(flags)} />,
}

function problemOf(flags: string): string | undefined {
  const settings = parseAuditedFlags(flags)
  return 'problem' in settings ? settings.problem : undefined
}

const rowHeight = 22
const unseenHeight = 18
/** The largest number of problems that can hide behind a PASS. */
const maxUnseen = 5
const headHeight = 34
const footTop = headHeight + 10 * rowHeight + maxUnseen * unseenHeight + 10
const height = footTop + 40

function Report({ size, checks }: { size: DrawingSize; checks: readonly AuditCheck[] }) {
  const { width } = size
  const hidden = (index: number) => checks.slice(0, index).filter(({ unseen }) => unseen !== undefined).length
  return (
    <Drawing size={size} height={height}>
      <SvgText x={0} y={10} color="soft">
        score of these ten
      </SvgText>
      <SvgText x={width} y={10} anchor="end" fontSize={22} fontFamily="font-display">
        {formatScore(scoreOf(checks))}
      </SvgText>
      {checks.map((check, index) => (
        <CheckRow
          key={check.id}
          check={check}
          y={headHeight + index * rowHeight + hidden(index) * unseenHeight}
          width={width}
        />
      ))}
      <Line d={`M0 ${footTop}H${width}`} stroke="rule" />
      <SvgText x={0} y={footTop + 16} color="soft">
        never looked at: vulnerable packages,
      </SvgText>
      <SvgText x={0} y={footTop + 33} color="soft">
        secrets in images, stopped containers
      </SvgText>
    </Drawing>
  )
}

/** Hatching marks what the check does not see. */
function CheckRow({
  check: { id, name, isPassed, unseen },
  y,
  width,
}: {
  check: AuditCheck
  y: number
  width: number
}) {
  const middle = y + rowHeight / 2
  return (
    <>
      <Line d={`M0 ${y}H${width}`} stroke="rule" />
      <SvgText x={0} y={middle} color="soft">
        {id}
      </SvgText>
      <SvgText x={46} y={middle}>
        {name}
      </SvgText>
      <CheckOrCross x={width - 46} y={middle} kind={isPassed ? 'yes' : 'no'} />
      <SvgText x={width} y={middle} anchor="end" isCode>
        {isPassed ? 'PASS' : 'WARN'}
      </SvgText>
      {unseen && (
        <>
          <HatchedArea x={46} y={y + rowHeight - 1} width={width - 46} height={unseenHeight - 2} />
          <SvgText x={52} y={y + rowHeight + unseenHeight / 2 - 2} hasOutline>
            {unseen}
          </SvgText>
        </>
      )}
    </>
  )
}
