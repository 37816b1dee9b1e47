const timing = { duration: 180, easing: 'ease-out' }

/**
 * Makes a change that moves lines (`data-part` names one) and animates each from its old position to the new one;
 * `except` is the line that is dragged. Nothing is animated unless the reader's settings allow motion.
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
