import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { loadBody, once } from '#content/body.ts'
import type { LabEntry } from '#features/lab/lab-view.ts'
import type { LessonLink, LessonView } from '#features/lesson/lesson-view.ts'

/** What the loader of a lesson's page found, while the site was built. */
export type LoadedLesson = LessonView & { labs: LabEntry[] }

const kept = new Map<string, Promise<LoadedLesson>>()

/** A lesson with its text: loaded once, the same object every time. */
export function keptLesson(address: string, load: () => Promise<LoadedLesson>): Promise<LoadedLesson> {
  return once(kept, address, async () => {
    const lesson = await load()
    await loadBody(lesson.content)
    return lesson
  })
}

const mark = 'ahead'

export function isAskedAhead({ url }: Request): boolean {
  return new URL(url).searchParams.has(mark)
}

/** Loads a lesson when the browser has nothing else to do, unless the reader saves data. */
export function useLessonAhead(link: LessonLink | undefined): LoadedLesson | undefined {
  const { data, load } = useFetcher<LoadedLesson | undefined>()
  const address = link?.address
  useEffect(() => {
    const isSaving = 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData
    if (!address || isSaving || !('requestIdleCallback' in window)) return
    const task = requestIdleCallback(() => void load(`${address}?${mark}`))
    return () => cancelIdleCallback(task)
  }, [address, load])
  return data && data.lesson.id === link?.id ? data : undefined
}

/** The lesson that was shown before this one, where it is not the same. */
export function useLastBefore(view: LoadedLesson): LoadedLesson | undefined {
  const [seen, setSeen] = useState<{ now: LoadedLesson; before?: LoadedLesson }>({ now: view })
  const isNew = seen.now.lesson.id !== view.lesson.id
  if (isNew) setSeen({ now: view, before: seen.now })
  return isNew ? seen.now : seen.before
}
