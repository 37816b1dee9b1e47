import type { ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'

/** From now on what a running lab is made of is kept too, if the site is kept at all. */
export function cacheLabCode(): void {
  const message: ServiceWorkerRequest = 'keep-lab-code'
  // Never ready where the site isn't kept; nobody waits.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message))
}
