/** Calls back when the page is hidden or left, the last events that every browser fires. */
export function onPageHide(listener: () => void): void {
  window.addEventListener('pagehide', listener)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener()
  })
}

/** Calls back when the reader leaves the page and returns to it. Returns a function that stops it. */
export function onPageShowOrHide(listener: () => void): () => void {
  const targets = [
    [document, 'visibilitychange'],
    [window, 'pagehide'],
    [window, 'focus'],
  ] as const
  for (const [target, event] of targets) target.addEventListener(event, listener)
  return () => {
    for (const [target, event] of targets) target.removeEventListener(event, listener)
  }
}
