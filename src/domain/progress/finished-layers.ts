import { type ItemSummary, type Mastery, masteryByLesson } from './mastery.ts'
import type { Progress } from './progress.ts'

/** A finished lesson as a layer of `you:latest`. */
export type FinishedLayer<L> = { digest: string; lesson: L; finishedAt: number; mastery: Mastery }

/** FNV-1a over UTF-16 code units, as eight hexadecimal digits. It identifies layers and protects nothing. */
function layerDigest(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * One layer per finished lesson, newest first. As in an image, a layer's digest depends on the layers below it: the same
 * lessons in the same order give the same digests.
 */
export function finishedLayers<L extends { id: string }>(
  progress: Progress,
  lessons: readonly L[],
  items: readonly ItemSummary[],
): FinishedLayer<L>[] {
  const masteries = masteryByLesson(progress.answers, items)
  let parent = 'scratch'
  return lessons
    .flatMap((lesson) => {
      const mark = progress.read[lesson.id]
      return mark?.on ? [{ lesson, finishedAt: mark.at }] : []
    })
    .sort((a, b) => a.finishedAt - b.finishedAt)
    .map(({ lesson, finishedAt }) => {
      parent = layerDigest(`${parent} ${lesson.id}`)
      const mastery = masteries.get(lesson.id) ?? { right: 0, answered: 0, total: 0 }
      return { digest: parent, lesson, finishedAt, mastery }
    })
    .reverse()
}
