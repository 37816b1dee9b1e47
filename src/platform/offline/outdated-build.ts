import type { OutdatedBuildEvent, ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'

let hasChanged = false

/**
 * Whether the server has another build than this page. An outdated page requests no more data, because it would not
 * match the page's code.
 */
export function isBuildOutdated(): boolean {
  return hasChanged
}

/**
 * Calls back when the service worker finds another build on the server than this page’s. It also tells the worker the
 * build of this page, so that a worker of the same build can delete what older builds have stored. Returns a function
 * that unsubscribes.
 */
export function onBuildOutdated(listener: () => void): () => void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const handleMessage = ({ data, source }: MessageEvent<OutdatedBuildEvent>) => {
    if (data.kind !== 'course-changed') return
    const build = pageBuildId()
    const message: ServiceWorkerRequest = { kind: 'page-build', build }
    if (data.build === build) return source?.postMessage(message, {})
    hasChanged = true
    listener()
  }
  worker?.addEventListener('message', handleMessage)
  return () => worker?.removeEventListener('message', handleMessage)
}

/** The last step of the build writes it into each page. */
export function pageBuildId(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name=build]')?.content
}
