import type { ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'

/** From now on, the lab's code is cached too, if the site is stored for offline use. */
export function cacheLabCode(): void {
  const message: ServiceWorkerRequest = 'keep-lab-code'
  // `ready` never resolves without an offline copy; nothing waits for it.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message))
}
