import type { Ref } from 'react'
import { Button } from '#ui/button.tsx'

/** Checks the answer where nobody asks how sure one is. */
export function CheckButton({
  onCheck,
  hint,
  button,
}: {
  onCheck: () => void
  /** What is missing before the answer can be checked. */
  hint: string | undefined
  button: Ref<HTMLButtonElement>
}) {
  return (
    <div className="needs-script">
      <Button ref={button} variant="main" onClick={onCheck}>
        Check the answer
      </Button>
      <p role="alert" className="mt-2 text-sm text-incorrect empty:hidden">
        {hint}
      </p>
    </div>
  )
}
