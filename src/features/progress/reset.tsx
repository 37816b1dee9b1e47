import { useState } from 'react'
import { resetProgress } from '#store/transfer.ts'
import { Button } from '#ui/button.tsx'

/** Forgets all in one step behind a disclosure, and takes it back with the same button. */
export function Reset() {
  const [undo, setUndo] = useState<() => void>()
  function toggle() {
    if (undo) {
      undo()
      setUndo(undefined)
    } else {
      const takeBack = resetProgress()
      setUndo(() => takeBack)
    }
  }
  return (
    <div className="flow py-5">
      <h3>Start over</h3>
      <details>
        <summary className="py-2">Reset progress …</summary>
        <div className="flow">
          <p>
            Forgets answers, topics read, bookmarks, labs and quizzes under way, in every tab of this browser.
            Role and theme stay. Until you leave this page you can undo it; save a backup first if you might
            want it later.
          </p>
          <Button onClick={toggle}>{undo ? 'Undo the reset' : 'Reset now'}</Button>
          <p role="status">{undo ? 'Progress was reset. Nothing is kept but role and theme.' : ''}</p>
        </div>
      </details>
    </div>
  )
}
