const timing = { duration: 180, easing: 'ease-out' }

/**
 * Makes a change that moves lines (identified by `data-part`) and animates each from its old position to the new one,
 * except `except`, the line that is being dragged. Nothing is animated if the reader prefers reduced motion.
 */
export function animateReorder(root: HTMLElement | null, change: () => void, except?: string): void {
  const isMotionAllowed = window.matchMedia?.('(prefers-reduced-motion: no-preference)').matches
  if (!root || !isMotionAllowed) {
    change()
    return
  }
  const lines = () =>
    [...root.querySelectorAll<HTMLElement>('[data-part]')].filter(({ dataset }) => dataset.part !== except)
  const topOf = (line: HTMLElement) => line.getBoundingClientRect().top
  const before = new Map(lines().map((line) => [line.dataset.part, topOf(line)]))
  change()
  for (const line of lines()) for (const animation of line.getAnimations()) animation.cancel()
  // Measure all of them before the first one moves.
  const shifts = lines().map((line) => ({
    line,
    by: (before.get(line.dataset.part) ?? topOf(line)) - topOf(line),
  }))
  for (const { line, by } of shifts) {
    if (by !== 0) line.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], timing)
  }
}
