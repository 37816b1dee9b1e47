import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'

/** Asks for confirmation, because a deletion cannot be undone. */
export function DeleteResult({ onDelete }: { onDelete: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const focusProps = useFocusRestoration()
  return (
    <div {...focusProps} className="stack-spacing">
      {isAsking ? (
        <>
          <p id="delete-asked">
            Delete this result for good? You won’t be able to submit it after that, and a backup won’t bring
            it back.
          </p>
          <p className="flex flex-wrap gap-3">
            <Button aria-describedby="delete-asked" onClick={() => setIsAsking(false)}>
              Keep it
            </Button>
            <Button variant="plain" aria-describedby="delete-asked" onClick={onDelete}>
              Delete it for good
            </Button>
          </p>
        </>
      ) : (
        <Button variant="plain" className="-ml-2" onClick={() => setIsAsking(true)}>
          Delete this result…
        </Button>
      )}
    </div>
  )
}
