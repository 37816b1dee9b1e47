import { useState } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { Button } from '#ui/button.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'

/** While a quiz is under way: hands the browser on, after saying what becomes of the try that is begun. */
export function SwitchLearner({
  session: { items, answers },
  name,
  onConfirm,
}: {
  session: Attempt
  name: string | undefined
  onConfirm: () => void
}) {
  const [isAsking, setIsAsking] = useState(false)
  const place = useFocusRestoration()
  const count = items.filter((id) => Object.hasOwn(answers, id)).length
  return (
    <div {...place} className="stack-spacing mt-8 max-w-measure border-t border-rule pt-3">
      {isAsking ? (
        <>
          <p id="someone-else">
            {name ? `${name} has` : 'The quiz under way has'} {count} of {items.length} answered. This try
            ends here, and its result is kept in this browser with the answers so far. Then the next person
            starts from the beginning.
          </p>
          <p className="flex flex-wrap gap-3">
            <Button aria-describedby="someone-else" onClick={() => setIsAsking(false)}>
              Go on with this try
            </Button>
            <Button variant="plain" aria-describedby="someone-else" onClick={onConfirm}>
              End it and keep its result
            </Button>
          </p>
        </>
      ) : (
        <Button variant="plain" className="-ml-2 text-left text-sm" onClick={() => setIsAsking(true)}>
          {name ? `Not ${name}? ` : ''}Someone else is taking it in this browser …
        </Button>
      )}
    </div>
  )
}
