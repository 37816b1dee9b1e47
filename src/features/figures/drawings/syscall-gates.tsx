import {
  type CallAttempt,
  callTexts,
  describeAttempt,
  figureStates,
  type Gate,
  gatesOf,
  optionLabels,
  runOptions,
  systemCalls,
} from '#domain/figures/syscall-gates.ts'
import { BreakableText } from '#ui/breakable-text.tsx'
import { Checkbox } from '#ui/fields/checkbox.tsx'
import { RadioGroup } from '#ui/fields/radio-group.tsx'
import { Drawing, type DrawingSize } from '../drawing-area.tsx'
import { DrawnFigure, type FigureProps } from '../drawn-figure.tsx'
import type { FigureDefinition } from '../plate.tsx'
import { Arrow, Box, CheckOrCross, SvgText } from '../svg-primitives.tsx'

export function SyscallGates(props: FigureProps) {
  return <DrawnFigure definition={definition} {...props} />
}

const definition: FigureDefinition<CallAttempt> = {
  id: 'syscall-gates',
  figureStates,
  describeState: describeAttempt,
  renderControls: (attempt, choose) => <Controls attempt={attempt} choose={choose} />,
  renderDrawing: (size, attempt) => <CallPath size={size} attempt={attempt} />,
}

function Controls({
  attempt: { call, options },
  choose,
}: {
  attempt: CallAttempt
  choose: (attempt: CallAttempt) => void
}) {
  return (
    <>
      <RadioGroup
        variant="segments"
        areCode
        name="System call"
        options={systemCalls.map((value) => ({ value, text: value }))}
        value={call}
        onValueChange={(call) => choose({ call, options })}
      />
      <fieldset className="min-w-0 w-full">
        <legend className="caption text-ink-soft">The container runs with</legend>
        <div translate="no" className="flex flex-wrap gap-x-5 font-mono text-sm">
          {runOptions.map((option) => (
            <Checkbox
              key={option}
              text={<BreakableText text={optionLabels[option]} />}
              isChecked={options.includes(option)}
              onToggle={() =>
                choose({
                  call,
                  options: runOptions.filter((each) => options.includes(each) !== (each === option)),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

const callHeight = 30
const firstGate = 56
const gateStep = 68
const gateHeight = 44
const kernelY = firstGate + 3 * gateStep
const height = kernelY + callHeight + 2
const pathX = 20
/** Room beside the gates for the line of a returned error. */
const returnRoom = 34

function CallPath({ size: { width, ...size }, attempt }: { size: DrawingSize; attempt: CallAttempt }) {
  const gates = gatesOf(attempt)
  const denyingIndex = gates.findIndex(({ decision }) => decision === 'denies')
  const right = width - returnRoom
  const isCarriedOut = denyingIndex < 0
  const last = isCarriedOut ? gates.length : denyingIndex
  return (
    <Drawing size={{ width, ...size }} height={height}>
      <Box x={0} y={0} width={right} height={callHeight} tone="area" isCode>
        {callTexts[attempt.call]}
      </Box>
      {gates.map((gate, index) => (
        <GateRow key={gate.name} gate={gate} y={firstGate + index * gateStep} width={right} />
      ))}
      <Box x={0} y={kernelY} width={right} height={callHeight} tone={isCarriedOut ? 'area' : 'gone'}>
        {isCarriedOut ? 'the kernel carries it out' : 'not carried out'}
      </Box>
      {stepEnds.slice(0, last + 1).map((to) => (
        <Step key={to} to={to} />
      ))}
      {!isCarriedOut && (
        <ErrorReturn right={right} from={firstGate + denyingIndex * gateStep + gateHeight / 2} />
      )}
    </Drawing>
  )
}

/** The y coordinates at which a call can stop: the three gates and the kernel. */
const stepEnds = [0, 1, 2, 3].map((index) => firstGate + index * gateStep)

/** The part of the call’s path that ends at a gate or at the kernel. */
function Step({ to }: { to: number }) {
  const from = to === firstGate ? callHeight : to - gateStep + gateHeight
  return (
    <Arrow
      points={[
        [pathX, from + 2],
        [pathX, to - 2],
      ]}
      stroke="area"
      isHeavy
    />
  )
}

function ErrorReturn({ right, from }: { right: number; from: number }) {
  return (
    <Arrow
      points={[
        [right + 2, from],
        [right + 22, from],
        [right + 22, callHeight / 2],
        [right + 3, callHeight / 2],
      ]}
      stroke="ink"
    />
  )
}

const decisionTexts = { allows: 'lets through', off: 'off', 'not asked': 'not asked' } as const

function GateRow({
  gate: { name, decision, rule, error },
  y,
  width,
}: {
  gate: Gate
  y: number
  width: number
}) {
  const isAsked = decision === 'allows' || decision === 'denies'
  const line = (index: number) => y + 14 + index * 17
  return (
    <>
      <Box x={0} y={y} width={width} height={gateHeight} tone={isAsked ? 'plain' : 'gone'} />
      {isAsked && (
        <CheckOrCross x={pathX} y={y + gateHeight / 2} kind={decision === 'allows' ? 'yes' : 'no'} />
      )}
      <SvgText x={44} y={line(0)} color={isAsked ? 'ink' : 'soft'}>
        {name}
      </SvgText>
      <SvgText x={width - 10} y={line(0)} anchor="end" color={isAsked ? 'ink' : 'soft'}>
        {decision === 'denies' ? error : decisionTexts[decision]}
      </SvgText>
      <SvgText x={44} y={line(1)} color="soft">
        {decision === 'off' ? 'no profile' : rule}
      </SvgText>
    </>
  )
}
