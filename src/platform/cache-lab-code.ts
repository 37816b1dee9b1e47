import type { ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'

/** Makes the service worker cache the code of labs from now on, if the site is stored for offline use. */
export function cacheLabCode(): void {
  const message: ServiceWorkerRequest = 'keep-lab-code'
  // Without an offline copy `ready` never resolves; nothing waits for it.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message))
}
