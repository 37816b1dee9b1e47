/** The messages the worker understands: see src/service-worker/service-worker.ts. */
const useNewVersion = 'use-new-version'
const keepLabCode = 'keep-lab-code'

/**
 * Keeps the site for offline use, once the page has nothing else to do; not where the reader saves data.
 * Calls `onWaiting` when a newer build is ready, with the way to switch to it. Returns the clean-up.
 */
export function keepForOffline(scope: string, onWaiting: (switchOver: () => void) => void): () => void {
  if (!('serviceWorker' in navigator) || isSavingData()) return () => undefined
  let isStopped = false
  const watch = async () => {
    // Fails in private windows and where storage is forbidden: the site then works online only.
    const registration = await navigator.serviceWorker
      .register(`${scope}sw.js`, { scope })
      .catch(() => undefined)
    if (!registration || isStopped) return
    const tell = () => {
      const { waiting } = registration
      if (waiting && navigator.serviceWorker.controller) onWaiting(() => switchTo(waiting))
    }
    tell()
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell)
    })
  }
  const start = () =>
    'requestIdleCallback' in window ? requestIdleCallback(() => void watch()) : void watch()
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
  return () => {
    isStopped = true
    window.removeEventListener('load', start)
  }
}

/** From now on what a running lab is made of is kept too, if the site is kept at all. */
export function keepLabForOffline(): void {
  // Never ready where the site isn't kept; nobody waits.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(keepLabCode))
}

function switchTo(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage(useNewVersion)
}

function isSavingData(): boolean {
  // Not in the DOM types yet: Network Information API.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
