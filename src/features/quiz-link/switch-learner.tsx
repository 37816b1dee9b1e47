import { useState } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { useIsUnsaved } from '#store/save-status.ts'
import { Button } from '#ui/button.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'

/** Lets another person take the quiz in this browser, after saying what happens to the current attempt. */
export function SwitchLearner({
  attempt: { items, answers },
  name,
  onConfirm,
}: {
  attempt: Attempt
  name: string | undefined
  onConfirm: () => void
}) {
  const [isAsking, setIsAsking] = useState(false)
  const isUnsaved = useIsUnsaved()
  const focusProps = useFocusRestoration()
  const count = items.filter((id) => Object.hasOwn(answers, id)).length
  return (
    <div {...focusProps} className="stack-spacing mt-8 max-w-measure border-t border-rule pt-3">
      {isAsking ? (
        <>
          <p id="someone-else">
            {name ? <span translate="no">{name}</span> : 'The quiz in progress'} has {count} of {items.length}{' '}
            answered. This attempt ends here, with the answers so far.{' '}
            {isUnsaved
              ? 'This browser can’t save its result now: it is lost when this tab is closed or reloaded.'
              : 'Its result is saved in this browser.'}{' '}
            Then the next person starts from the beginning.
          </p>
          <p className="flex flex-wrap gap-3">
            <Button aria-describedby="someone-else" onClick={() => setIsAsking(false)}>
              Continue this attempt
            </Button>
            <Button variant="plain" aria-describedby="someone-else" onClick={onConfirm}>
              End it and keep its result
            </Button>
          </p>
        </>
      ) : (
        <Button variant="plain" className="-ml-2 text-left text-sm" onClick={() => setIsAsking(true)}>
          {name && (
            <>
              Not <span translate="no">{name}</span>?{' '}
            </>
          )}
          Someone else is taking it in this browser…
        </Button>
      )}
    </div>
  )
}
