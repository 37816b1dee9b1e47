/** Calls back when the page is hidden or left, the last events that every browser fires. */
export function onPageHide(listener: () => void): void {
  window.addEventListener('pagehide', listener)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener()
  })
}
