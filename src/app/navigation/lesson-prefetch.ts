import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { loadBody, memoizePromise } from '#content/lesson-chunks.ts'
import type { LabEntry } from '#features/lab/lab-page-data.ts'
import type { LessonLink, LessonPageData } from '#features/lesson/lesson-page-data.ts'

/** What the loader of a lesson's page found, while the site was built. */
export type LessonRouteData = LessonPageData & { labs: LabEntry[] }

const cachedLessons = new Map<string, Promise<LessonRouteData>>()

/** A lesson with its text: loaded once, the same object every time. */
export function loadLessonOnce(
  address: string,
  load: () => Promise<LessonRouteData>,
): Promise<LessonRouteData> {
  return memoizePromise(cachedLessons, address, async () => {
    const lesson = await load()
    await loadBody(lesson.content)
    return lesson
  })
}

const prefetchParameter = 'ahead'

export function isPrefetch({ url }: Request): boolean {
  return new URL(url).searchParams.has(prefetchParameter)
}

/** Loads a lesson when the browser has nothing else to do, unless the reader saves data. */
export function usePrefetchedLesson(link: LessonLink | undefined): LessonRouteData | undefined {
  const { data, load } = useFetcher<LessonRouteData | undefined>()
  const address = link?.address
  useEffect(() => {
    if (import.meta.env.LEFT_OUT === 'prerender') return
    const isDataSaverOn =
      'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData
    if (!address || isDataSaverOn || !('requestIdleCallback' in window)) return
    const task = requestIdleCallback(() => void load(`${address}?${prefetchParameter}`))
    return () => cancelIdleCallback(task)
  }, [address, load])
  return data && data.lesson.id === link?.id ? data : undefined
}

/** The lesson that was shown before this one, where it is not the same. */
export function usePreviouslyShownLesson(view: LessonRouteData): LessonRouteData | undefined {
  const [shown, setSeen] = useState<{ now: LessonRouteData; before?: LessonRouteData }>({ now: view })
  const isNew = shown.now.lesson.id !== view.lesson.id
  if (isNew) setSeen({ now: view, before: shown.now })
  return isNew ? shown.now : shown.before
}
