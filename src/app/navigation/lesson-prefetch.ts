import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { loadBody, memoizePromise } from '#content/lesson-chunks.ts'
import type { LessonLink, LessonPageData } from '#features/lesson/lesson-page-data.ts'

const cachedLessons = new Map<string, Promise<LessonPageData>>()

/** Loads a lesson with its text, once; later calls return the same object. */
export function loadLessonOnce(
  address: string,
  load: () => Promise<LessonPageData>,
): Promise<LessonPageData> {
  return memoizePromise(cachedLessons, address, async () => {
    const lesson = await load()
    await loadBody(lesson.chunks)
    return lesson
  })
}

const prefetchParameter = 'ahead'

export function isPrefetch({ url }: Request): boolean {
  return new URL(url).searchParams.has(prefetchParameter)
}

/** Prefetches a lesson when the browser is idle, unless data saver is on. */
export function usePrefetchedLesson(link: LessonLink | undefined): LessonPageData | undefined {
  const { data, load } = useFetcher<LessonPageData | undefined>()
  const address = link?.address
  useEffect(() => {
    if (import.meta.env.OMITTED_OPTIMIZATION === 'prerender') return
    // Network Information API: not in TypeScript’s DOM types.
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
    if (!address || connection?.saveData || !('requestIdleCallback' in window)) return
    const task = requestIdleCallback(() => void load(`${address}?${prefetchParameter}`))
    return () => cancelIdleCallback(task)
  }, [address, load])
  return data && data.lesson.id === link?.id ? data : undefined
}

/** The lesson that was shown before this one; undefined if there was none. */
export function usePreviouslyShownLesson(data: LessonPageData): LessonPageData | undefined {
  const [shown, setShown] = useState<{ now: LessonPageData; before?: LessonPageData }>({ now: data })
  const isNew = shown.now.lesson.id !== data.lesson.id
  if (isNew) setShown({ now: data, before: shown.now })
  return isNew ? shown.now : shown.before
}
