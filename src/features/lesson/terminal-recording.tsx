import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { copyText } from '#platform/clipboard.ts'
import { loadWithRetry, retryLoad, useLoadFailure } from '#store/load-with-retry.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useLessonContext } from './lesson-context.ts'
import { useRunningRecording } from './running-recording.ts'

const part = 'machine'
const RecordingMachine = lazy(() => loadWithRetry(part, () => import('./recording-machine-loader.tsx')))

/**
 * A terminal recording: commands in `<kbd>`, output in `<samp>`, comments in `<small>`, written by
 * `scripts/content/rehype-terminal-recordings.ts`. The style sheet adds the prompt, so that it is neither selected nor
 * copied. "Run it here" opens a machine for the same commands.
 */
export function TerminalRecording({
  id,
  title,
  seen,
  children,
}: {
  id: string
  title: string
  seen: string
  children: ReactNode
}) {
  const screen = useRef<HTMLPreElement>(null)
  const runButton = useRef<HTMLButtonElement>(null)
  const { id: lesson, recordings } = useLessonContext().chunks
  const { isRunning, run, close } = useRunningRecording(`${lesson} ${id}`)
  const loadFailure = useLoadFailure(part)
  return (
    <figure className="code-block terminal-recording">
      <figcaption className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <span className="min-w-0 text-sm">{title}</span>
        <span className="flex flex-wrap">
          {recordings && (
            <button
              ref={runButton}
              type="button"
              aria-expanded={isRunning}
              onClick={() => {
                retryLoad(part)
                run()
              }}
              className="needs-script touch-target no-print px-2 text-sm text-ink-soft hover:text-ink"
            >
              Run it here
            </button>
          )}
          <CopyButton contentName="the commands" copy={() => copyText(commandsOf(screen.current))} />
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is preformatted text first */}
      <pre ref={screen} tabIndex={0} role="region" aria-label={`Terminal: ${title}`}>
        {children}
      </pre>
      <p className="caption">Recorded on {seen}</p>
      {isRunning && recordings && (
        <div className="recording-machine no-print">
          <LoadFailureNotice partName="The machine" loadFailure={loadFailure} />
          <Suspense fallback={!loadFailure && <p className="text-sm text-ink-soft">Opening the machine…</p>}>
            <RecordingMachine
              lesson={lesson}
              address={recordings}
              id={id}
              title={title}
              onClose={() => {
                close()
                runButton.current?.focus()
              }}
            />
          </Suspense>
        </div>
      )}
    </figure>
  )
}

function commandsOf(screen: HTMLElement | null): string {
  return [...(screen?.querySelectorAll('kbd') ?? [])].map((command) => command.textContent).join('')
}
