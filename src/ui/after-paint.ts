/** Resolves when the browser has shown what stands on the page now; in a tab out of sight, once it is looked at. */
export function afterNextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
