import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'

const part = 'terminal'
const TerminalPane = lazy(() => loadWithRetry(part, () => import('./terminal-pane.tsx')))

/** The terminal, whose code loads when a machine starts. `children` appear with it. */
export function LazyTerminalPane({
  children,
  ...props
}: ComponentProps<typeof TerminalPane> & { children?: ReactNode }) {
  const loadFailure = useLoadFailure(part)
  return (
    <Suspense fallback={!loadFailure && <p className="text-sm text-ink-soft">Opening the terminal…</p>}>
      <TerminalPane {...props} />
      {children}
    </Suspense>
  )
}

export function TerminalLoadFailure() {
  return <LoadFailureNotice partName="The terminal" loadFailure={useLoadFailure(part)} />
}
