import type { CourseChanged } from '#domain/offline/messages.ts'

let hasChanged = false

/**
 * Whether the server has another build than this page is of. Such a page asks for no more data: it would be the other
 * build's, and lead to code that does not fit.
 */
export function hasCourseChanged(): boolean {
  return hasChanged
}

/** Calls back when the service worker sees another build than this page's. Returns the clean-up. */
export function onCourseChanged(listener: () => void): () => void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const hear = ({ data }: MessageEvent<CourseChanged>) => {
    if (data.kind !== 'course-changed' || data.build === buildOfPage()) return
    hasChanged = true
    listener()
  }
  worker?.addEventListener('message', hear)
  return () => worker?.removeEventListener('message', hear)
}

/** The last step of the build writes it into each page. */
function buildOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name=build]')?.content
}
