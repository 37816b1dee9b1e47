import { type Machine, MachineError } from 'docker-in-browser'
import { useState } from 'react'
import type { CheckResult } from '#domain/lab/check-result.ts'
import { checkResultTexts } from '#domain/lab/check-script.ts'
import { checkStep } from '#domain/lab/check-step.ts'
import { stepKey } from '#domain/lab/completed-steps.ts'
import type { LabStep } from '#domain/lab/lab.ts'
import { completeStep, useCompletedSteps } from '#store/labs.ts'
import { Button } from '#ui/button.tsx'
import { CommandText } from '#ui/command-text.tsx'
import { Icon } from '#ui/icon.tsx'
import { Panel } from '#ui/panel.tsx'
import { CheckDescription } from './check-description.tsx'
import { InstructionText } from './instruction-text.tsx'
import type { LabRecording } from './lab-page-data.ts'
import { ownDockerSectionId } from './own-docker.tsx'
import { RecordedOutput } from './recorded-output.tsx'

type CheckStatus = CheckResult | { kind: 'checking' } | { kind: 'no-response' }

type StepProps = {
  labId: string
  step: LabStep
  recorded: LabRecording | undefined
  number: number
  machine: Machine | undefined
  /** Called when a solution was typed into the terminal. */
  onTyped: () => void
}

/** One step: instructions, a hint, a solution, and a check of the machine's state. */
export function LabStepView({ labId, step, recorded, number, machine, onTyped }: StepProps) {
  const isDone = useCompletedSteps()[stepKey(labId, step.id)] !== undefined
  const [checkState, setCheckState] = useState<{ machine: Machine; status: CheckStatus }>()
  // Ignore results from a previous machine.
  const status = checkState && checkState.machine === machine ? checkState.status : undefined
  const check = async () => {
    if (!machine || status?.kind === 'checking') return
    const setStatus = (status: CheckStatus) => setCheckState({ machine, status })
    setStatus({ kind: 'checking' })
    try {
      const { result } = await checkStep(machine, step)
      if (result.kind === 'passed') completeStep(labId, step.id)
      setStatus(result)
    } catch (error) {
      if (!(error instanceof MachineError)) throw error
      setStatus({ kind: 'no-response' })
    }
  }
  return (
    <li className="lab-step" data-done={isDone || undefined}>
      <h2 className="caption m-0 flex items-center gap-2 text-ink-soft">
        Step {number}
        {isDone && (
          <span className="text-correct">
            <Icon name="check" /> done
          </span>
        )}
      </h2>
      <InstructionText text={step.text} />
      <HintAndSolution step={step} recorded={recorded} number={number} machine={machine} onTyped={onTyped} />
      <CheckDescription check={step.check} />
      {machine ? (
        <Button
          variant={isDone ? 'quiet' : 'main'}
          className="mt-3 aria-disabled:opacity-60"
          // A disabled button would lose the focus.
          aria-disabled={status?.kind === 'checking'}
          onClick={check}
        >
          Check<span className="sr-only"> step {number}</span>
        </Button>
      ) : (
        <p className="caption text-ink-soft">
          <a href={`#${ownDockerSectionId}`}>On your own Docker</a>: <code>check {step.id}</code>
        </p>
      )}
      <div role="status" className="mt-3">
        <CheckStatusText status={status} step={step} />
      </div>
    </li>
  )
}

/** The solution is inside the hint, so that it is opened second. */
function HintAndSolution({ step, recorded, number, machine, onTyped }: Omit<StepProps, 'labId'>) {
  const commands = recorded?.steps[step.id]
  const type = () => {
    machine?.write(`${step.solution.trim()}\n`)
    onTyped()
  }
  const solution = (
    <details className="lab-hint">
      <summary>Solution</summary>
      <pre className="lab-solution">
        <CommandText command={step.solution} />
      </pre>
      {machine && (
        <Button variant="plain" onClick={type}>
          Type it into the terminal
        </Button>
      )}
      {recorded && commands && (
        <details className="lab-hint">
          <summary>What it prints</summary>
          <RecordedOutput commands={commands} recordedOn={recorded.recordedOn} number={number} />
        </details>
      )}
    </details>
  )
  if (!step.hint) return solution
  return (
    <details className="lab-hint">
      <summary>Hint</summary>
      <InstructionText text={step.hint} />
      {solution}
    </details>
  )
}

function CheckStatusText({ status, step }: { status: CheckStatus | undefined; step: LabStep }) {
  switch (status?.kind) {
    case undefined:
      return null
    case 'checking':
      return <p className="text-sm text-ink-soft">Checking the machine…</p>
    case 'passed':
      return (
        <Panel tone="right">
          <p className="font-semibold text-correct">{checkResultTexts.passed}</p>
          {step.learnt && <InstructionText text={step.learnt} />}
        </Panel>
      )
    case 'wrong-answer':
      return (
        <Panel tone="caution">
          <p className="font-semibold text-caution">{checkResultTexts['wrong-answer']}</p>
          <InstructionText text={status.feedback} />
        </Panel>
      )
    case 'not-yet':
      return (
        <Panel>
          <p>{checkResultTexts['not-yet']}</p>
        </Panel>
      )
    case 'no-response':
      return (
        <Panel tone="caution">
          <p>The machine did not respond. Wait until it is idle and check again, or restart it.</p>
        </Panel>
      )
    default:
      return status satisfies never
  }
}
