import { type RefObject, useRef } from 'react'
import { flushSync } from 'react-dom'
import { setStageClosed } from '#store/stage.ts'
import { reveal } from '#ui/reveal.ts'

/**
 * Moves the figure between the stage and its place in the text, and opens the depth of that place. The page scrolls
 * along with the figure, and the focus stays on the button.
 */
export function StageToggle({
  plate,
  isClosed,
}: {
  plate: RefObject<HTMLElement | null>
  isClosed: boolean
}) {
  const button = useRef<HTMLButtonElement>(null)
  function move() {
    flushSync(() => {
      if (plate.current) reveal(plate.current)
      setStageClosed(!isClosed)
    })
    plate.current?.scrollIntoView({ block: 'nearest' })
    button.current?.focus({ preventScroll: true })
  }
  return (
    <button
      ref={button}
      type="button"
      onClick={move}
      className="stage-toggle caption touch-target no-print text-ink-soft underline decoration-rule-strong underline-offset-4 hover:text-ink"
    >
      Show {isClosed ? 'beside the text' : 'in the text'}
    </button>
  )
}
