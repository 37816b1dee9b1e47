import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { onKeyDown } from '#ui/keyboard.ts'
import { animateReorder } from './animate-reorder.ts'
import { type DropTarget, edgeScrollSpeed, findDropTarget, type LineBox } from './drop-target.ts'

/** A line under a pointer; vertical positions are in window pixels. */
type Drag = {
  line: string
  pointerId: number
  startY: number
  y: number
  /** From the line's top edge to the pointer, in pixels. */
  grabOffset: number
  /** The placed lines when the drag started. */
  before: string[]
  /** Whether the pointer has moved far enough to start a drag. */
  hasMoved: boolean
}

/** A pointer that moves less is a click, not a drag. */
const dragThresholdPixels = 4

/**
 * Drags lines by mouse, pen or touch. A mouse can drag a line anywhere except at its buttons; a finger only by the grip
 * (`data-drag-handle`), so that the rest of the line still scrolls the page. Other lines make room during a drag.
 * Escape, or an interruption by the system, cancels the drag. The root must be positioned and must stay mounted while
 * lines change: it captures the pointer, and positions are relative to its top. `data-part` identifies a line.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one gesture from its start to its end, over the same refs
export function useLineDrag({
  root,
  placed,
  unusedListTop,
  onPlace,
  onCancel,
}: {
  root: RefObject<HTMLElement | null>
  /** The placed lines, from top to bottom. */
  placed: string[]
  /** The top of the list of unused lines, relative to the root; undefined if this line cannot be moved there. */
  unusedListTop: (line: string) => number | undefined
  onPlace: (line: string, target: DropTarget) => void
  /** Called with the placed lines as they were before the drag. */
  onCancel: (before: string[]) => void
}) {
  const drag = useRef<Drag>(null)
  const [draggedId, setDraggedId] = useState<string>()

  function elementOf(line: string): HTMLElement {
    const element = root.current?.querySelector<HTMLElement>(`[data-part="${line}"]`)
    if (!element) throw new Error(`there is no line ${line}`)
    return element
  }
  function boxOf(line: string): LineBox {
    // Unlike a bounding box, these ignore running animations.
    const { offsetTop, offsetHeight } = elementOf(line)
    return { top: offsetTop, height: offsetHeight }
  }
  function handlePointerMove({ line, y, grabOffset }: Drag) {
    const top = y - grabOffset - (root.current?.getBoundingClientRect().top ?? 0)
    const others = placed.filter((other) => other !== line)
    const target = findDropTarget(top + boxOf(line).height / 2, others.map(boxOf), unusedListTop(line))
    const at = placed.indexOf(line)
    if (target !== (at < 0 ? 'unused' : at)) onPlace(line, target)
    // Looked up again, because after a move the line may be another element.
    const element = elementOf(line)
    element.style.transform = `translateY(${top - element.offsetTop}px)`
  }
  function endDrag(how: 'dropped' | 'canceled') {
    const ended = drag.current
    drag.current = null
    if (!ended?.hasMoved) return
    if (how === 'dropped') handlePointerMove(ended)
    animateReorder(root.current, () => {
      flushSync(() => {
        setDraggedId(undefined)
        if (how === 'canceled') onCancel(ended.before)
      })
      elementOf(ended.line).style.transform = ''
    })
  }

  const frame = useEffectEvent(() => {
    if (!drag.current) return
    window.scrollBy(0, edgeScrollSpeed(drag.current.y, window.innerHeight))
    handlePointerMove(drag.current)
  })
  const cancel = useEffectEvent(() => endDrag('canceled'))
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
    /** The line that is being dragged. */
    draggedId,
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
        setDraggedId(current.line)
      },
      onPointerUp: (event: PointerEvent) => isDragEvent(event) && endDrag('dropped'),
      onPointerCancel: (event: PointerEvent) => isDragEvent(event) && endDrag('canceled'),
    },
  }
}
