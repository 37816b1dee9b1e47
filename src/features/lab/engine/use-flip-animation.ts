import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Animates elements with `data-flip-id`, identified by its value, from their old position to the new one after a change.
 */
export function useFlipAnimation(areaRef: RefObject<HTMLElement | null>, change: unknown): void {
  const before = useRef(new Map<string, DOMRect>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again after each change
  useLayoutEffect(() => {
    const area = areaRef.current
    if (!area) return
    const isMotionAllowed = window.matchMedia?.('(prefers-reduced-motion: no-preference)').matches
    const origin = area.getBoundingClientRect()
    const now = new Map<string, DOMRect>()
    const elements = [...area.querySelectorAll<HTMLElement>('[data-flip-id]')]
    // Cancel running animations, so that final positions are measured.
    for (const element of elements)
      for (const animation of element.getAnimations?.() ?? []) animation.cancel()
    for (const element of elements) {
      const name = element.dataset.flipId ?? ''
      const { x, y, width, height } = element.getBoundingClientRect()
      const rectangle = new DOMRect(x - origin.x, y - origin.y, width, height)
      now.set(name, rectangle)
      if (isMotionAllowed && before.current.size > 0)
        animateMove(element, before.current.get(name), rectangle)
    }
    before.current = now
  }, [change])
}

const timing = { duration: 220, easing: 'ease-out' }

function animateMove(element: HTMLElement, from: DOMRect | undefined, to: DOMRect): void {
  const [x, y] = from ? [from.x - to.x, from.y - to.y] : [0, -6]
  if (from && Math.abs(x) < 1 && Math.abs(y) < 1) return
  element.animate(
    [{ transform: `translate(${x}px, ${y}px)`, ...(!from && { opacity: 0 }) }, { transform: 'none' }],
    timing,
  )
}
