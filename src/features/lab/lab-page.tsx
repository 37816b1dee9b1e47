import { useEffect, useRef, useState } from 'react'
import { countCompletedSteps } from '#domain/lab/completed-steps.ts'
import { startingScript } from '#domain/lab/shop.ts'
import { useCompletedSteps } from '#store/labs.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { Panel } from '#ui/panel.tsx'
import type { LabPageData } from './lab-page-data.ts'
import { LabSteps } from './lab-steps.tsx'
import { LabWorkspace } from './lab-workspace.tsx'
import { useImage } from './use-image.ts'
import { type CreateMachine, useMachine } from './use-machine.ts'
import './lab.css'

/** A lab: its steps beside the machine. Without a lab, the sandbox. */
export function LabPage({ data, createMachine }: { data: LabPageData; createMachine: CreateMachine }) {
  const { lab, area } = data
  const [activeTab, setActiveTab] = useState<'steps' | 'machine'>('steps')
  const control = useMachine(createMachine, lab && startingScript(lab))
  const image = useImage()
  const start = () => {
    // Where only one tab is visible, show the machine.
    setActiveTab('machine')
    control.start()
  }
  const isOn = control.machine !== undefined
  const machineTab = useRef<HTMLButtonElement>(null)
  const showMachine = () => {
    setActiveTab('machine')
    // On a narrow screen, the steps and the pressed button are now hidden. On a wide one, the tabs are, and take no focus.
    machineTab.current?.focus()
  }
  const machineColumn = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone, hiding the steps above would leave the page scrolled to its end.
    const panel = machineColumn.current
    if (isOn && panel && panel.getBoundingClientRect().top < 0) panel.scrollIntoView()
  }, [isOn])
  return (
    <article data-area={area?.number} className="lab-page">
      <LabHead data={data} />
      {lab && isOn && (
        <nav className="lab-tabs" aria-label="Parts of this page">
          {(['steps', 'machine'] as const).map((value) => (
            <button
              key={value}
              ref={value === 'machine' ? machineTab : undefined}
              type="button"
              className="lab-toolbar-button"
              aria-pressed={activeTab === value}
              onClick={() => setActiveTab(value)}
            >
              {value === 'steps' ? 'Steps' : 'Machine'}
            </button>
          ))}
        </nav>
      )}
      <div
        className="lab-workspace"
        data-active-tab={lab && isOn ? activeTab : undefined}
        data-sandbox={!lab || undefined}
      >
        {lab && (
          <div className="lab-steps-column">
            <LabSteps
              lab={lab}
              recorded={data.recorded}
              machine={control.isReady ? control.machine : undefined}
              onTyped={showMachine}
            />
            <div role="status">
              <LabCompleted data={data} />
            </div>
          </div>
        )}
        <div ref={machineColumn} className="lab-machine-column">
          <LabWorkspace data={data} image={image} control={{ ...control, start }} />
        </div>
      </div>
    </article>
  )
}

function LabHead({ data }: { data: LabPageData }) {
  const { lab, lesson } = data
  return (
    <header className="lab-head">
      <p className="caption text-ink-soft">
        <PageLink to={data.labs}>Labs</PageLink>
        {lesson && (
          <>
            {' '}
            · for <PageLink to={lesson.address}>{lesson.title}</PageLink>
          </>
        )}
        {lab && ` · ${lab.minutes} min`}
      </p>
      <h1 className="mt-1 text-3xl">{lab ? lab.title : 'A machine to explore'}</h1>
      <p className="mt-2 max-w-measure leading-snug">
        {lab ? (
          <InlineText text={lab.goal} />
        ) : (
          'A real Docker Engine on a real Linux kernel, to try whatever you like. There are no steps and no checks; a restart gives you a fresh one.'
        )}
      </p>
    </header>
  )
}

function LabCompleted({ data }: { data: LabPageData }) {
  const done = useCompletedSteps()
  const { lab, lesson, next } = data
  if (!lab || countCompletedSteps(done, lab) < lab.steps.length) return null
  return (
    <Panel tone="right">
      <p className="font-semibold text-correct">All steps done</p>
      <p>
        You have seen it with your own eyes.{' '}
        {lesson && (
          <>
            Back to <PageLink to={lesson.address}>{lesson.title}</PageLink>
            {next && (
              <>
                , or on to the lab <PageLink to={next.address}>{next.title}</PageLink>
              </>
            )}
            .
          </>
        )}
      </p>
    </Panel>
  )
}
