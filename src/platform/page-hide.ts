/** Calls back when the page is hidden or left: the last moments that every browser tells of, phones included. */
export function onPageHide(listener: () => void): void {
  window.addEventListener('pagehide', listener)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener()
  })
}
