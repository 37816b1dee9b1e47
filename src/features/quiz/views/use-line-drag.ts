import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { onKeyDown } from '#ui/keyboard.ts'
import { animateReorder } from './animate-reorder.ts'
import { type DropTarget, edgeScrollSpeed, findDropTarget, type LineBox } from './drop-target.ts'

/** A line under a pointer; heights are in pixels of the window. */
type Drag = {
  line: string
  pointerId: number
  startY: number
  y: number
  /** From the line's top edge down to where it is held. */
  grabOffset: number
  /** The lines that had a place when it was taken. */
  before: string[]
  /** A press becomes a drag once it moved. */
  hasMoved: boolean
}

/** A press that moves less, in pixels, is none. */
const dragThresholdPixels = 4

/**
 * Dragging lines by mouse, pen or touch. A mouse takes a line anywhere but at its buttons; a finger takes it
 * by the grip (`data-drag-handle`), so that the rest of the line still scrolls the page. Lines make room while one
 * is dragged. Escape, or whatever the system interrupts with, takes all of it back.
 *
 * The root must be positioned, and stay while lines come and go: it holds the pointer, and places are measured
 * from its top. `data-part` names a line.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one gesture from its start to its end, over the same refs
export function useLineDrag({
  root,
  placed,
  asideTop,
  onPlace,
  onCancel,
}: {
  root: RefObject<HTMLElement | null>
  /** The lines that have a place, from top to bottom. */
  placed: string[]
  /** Where, in the root, the lines that were set aside begin; none where this line cannot be set aside. */
  asideTop: (line: string) => number | undefined
  onPlace: (line: string, place: DropTarget) => void
  /** Gets the lines that had a place before. */
  onCancel: (before: string[]) => void
}) {
  const drag = useRef<Drag>(null)
  const [draggedId, setHeld] = useState<string>()

  function elementOf(line: string): HTMLElement {
    const element = root.current?.querySelector<HTMLElement>(`[data-part="${line}"]`)
    if (!element) throw new Error(`there is no line ${line}`)
    return element
  }
  function boxOf(line: string): LineBox {
    // Unlike a bounding box, these do not know of the motion that is under way.
    const { offsetTop, offsetHeight } = elementOf(line)
    return { top: offsetTop, height: offsetHeight }
  }
  function handlePointerMove({ line, y, grabOffset }: Drag) {
    const top = y - grabOffset - (root.current?.getBoundingClientRect().top ?? 0)
    const others = placed.filter((other) => other !== line)
    const place = findDropTarget(top + boxOf(line).height / 2, others.map(boxOf), asideTop(line))
    const at = placed.indexOf(line)
    if (place !== (at < 0 ? 'aside' : at)) onPlace(line, place)
    // Only now: in its new place the line may be another element.
    const element = elementOf(line)
    element.style.transform = `translateY(${top - element.offsetTop}px)`
  }
  function end(how: 'dropped' | 'cancelled') {
    const ended = drag.current
    drag.current = null
    if (!ended?.hasMoved) return
    if (how === 'dropped') handlePointerMove(ended)
    animateReorder(root.current, () => {
      flushSync(() => {
        setHeld(undefined)
        if (how === 'cancelled') onCancel(ended.before)
      })
      elementOf(ended.line).style.transform = ''
    })
  }

  const frame = useEffectEvent(() => {
    if (!drag.current) return
    window.scrollBy(0, edgeScrollSpeed(drag.current.y, window.innerHeight))
    handlePointerMove(drag.current)
  })
  const cancel = useEffectEvent(() => end('cancelled'))
  useEffect(() => {
    if (draggedId === undefined) return
    let request = requestAnimationFrame(function next() {
      frame()
      request = requestAnimationFrame(next)
    })
    const stopListening = onKeyDown(({ key }) => {
      if (key === 'Escape') cancel()
    })
    return () => {
      cancelAnimationFrame(request)
      stopListening()
    }
  }, [draggedId])

  const isDragEvent = ({ pointerId }: PointerEvent) => drag.current?.pointerId === pointerId
  return {
    /** The line that is dragged. */
    held: draggedId,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const { target, currentTarget, pointerId, pointerType, clientY } = event
        if (event.button !== 0 || !event.isPrimary || !(target instanceof Element)) return
        const row = target.closest<HTMLElement>('[data-part]')
        const canStartDrag =
          pointerType === 'mouse' ? !target.closest('button') : target.closest('[data-drag-handle]')
        if (!row?.dataset.part || !canStartDrag) return
        currentTarget.setPointerCapture(pointerId)
        const grabOffset = clientY - row.getBoundingClientRect().top
        drag.current = {
          line: row.dataset.part,
          pointerId,
          startY: clientY,
          y: clientY,
          grabOffset,
          before: placed,
          hasMoved: false,
        }
      },
      onPointerMove(event: PointerEvent) {
        const current = drag.current
        if (!current || !isDragEvent(event)) return
        current.y = event.clientY
        if (current.hasMoved || Math.abs(current.y - current.startY) < dragThresholdPixels) return
        current.hasMoved = true
        setHeld(current.line)
      },
      onPointerUp: (event: PointerEvent) => isDragEvent(event) && end('dropped'),
      onPointerCancel: (event: PointerEvent) => isDragEvent(event) && end('cancelled'),
    },
  }
}
