import { Button } from './button.tsx'
import { useFocusRestoration } from './use-focus-restoration.ts'

const reasons = {
  offline: 'There seems to be no connection. What is on this page stays as it is.',
  'outdated-build': 'The course has been updated since this page was opened. Your progress is saved.',
  unknown: 'What is on this page stays as it is.',
  slow: 'The connection may be slow. What is on this page stays as it is.',
}

/** Shown where a part of the page failed to load; otherwise empty. Its text must not need the network. */
export function LoadFailureNotice({
  partName,
  loadFailure,
  className = '',
}: {
  /** The start of a sentence: "The search". */
  partName: string
  loadFailure: { reason: keyof typeof reasons; isRetrying?: true; retry: () => void } | undefined
  className?: string
}) {
  const focusRestoration = useFocusRestoration()
  return (
    <div
      role="status"
      // Empty, it takes no gap between its neighbors.
      className={`no-print outline-none ${loadFailure ? className : 'absolute'}`}
      {...focusRestoration}
    >
      {loadFailure && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 border-caution bg-caution-paper px-4 py-2 text-base">
          <span className="grow basis-60">
            {partName} {loadFailure.reason === 'slow' ? 'has not loaded yet' : 'did not load'}.{' '}
            {reasons[loadFailure.reason]}
          </span>
          {loadFailure.reason !== 'outdated-build' && (
            <Button aria-disabled={loadFailure.isRetrying} onClick={loadFailure.retry}>
              {loadFailure.isRetrying ? 'Trying again…' : 'Try again'}
            </Button>
          )}
          {/* Some browsers cache the failure of a script; then only a reload helps. */}
          {loadFailure.reason !== 'offline' && (
            <Button onClick={() => location.reload()}>Reload the page</Button>
          )}
        </p>
      )}
    </div>
  )
}
