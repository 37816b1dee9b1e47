/** Resolves after the next paint; in a hidden tab, once the tab is visible again. */
export function afterNextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
