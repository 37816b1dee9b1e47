import { type RefObject, useEffect, useEffectEvent } from 'react'
import { markReached } from '#domain/figures/stage.ts'

/**
 * Reports the mark (figure-mark.tsx) that the reader has reached, while the figure is on the stage. Without a stage,
 * each mark shows its own state, and the figure stays as the reader left it.
 */
export function useMarks(
  plate: RefObject<HTMLElement | null>,
  isStageClosed: boolean,
  onReached: (mark: number, state: string | undefined) => void,
): void {
  const report = useEffectEvent(onReached)
  useEffect(() => {
    const figure = plate.current
    const lesson = figure?.closest('[data-text]')
    if (!figure || !lesson || isStageClosed) return
    let marks: HTMLElement[] = []
    const isPassed = new Map<Element, boolean>()
    const follow: IntersectionObserverCallback = (entries) => {
      for (const { target, isIntersecting } of entries) isPassed.set(target, isIntersecting)
      const mark = markReached(marks.map((each) => isPassed.get(each) ?? false))
      if (isOnStage(figure)) report(mark, marks[mark]?.dataset.mark)
    }
    const text = new IntersectionObserver(follow, aboveReadingLine)
    const opened = new IntersectionObserver(follow, aboveWindowEnd)
    const observeMarks = () => {
      marks = [...lesson.querySelectorAll<HTMLElement>('[data-mark]')]
      for (const mark of marks) (mark.closest('details') ? opened : text).observe(mark)
    }
    observeMarks()
    // When the code of an island (ui/island.tsx) has loaded, its marks are new elements.
    const islands = new MutationObserver(observeMarks)
    islands.observe(lesson, { childList: true, subtree: true })
    return () => {
      for (const observer of [text, opened, islands]) observer.disconnect()
    }
  }, [plate, isStageClosed])
}

/** A mark is passed once it is in the upper half of the window or above it. */
const aboveReadingLine = { rootMargin: '1000000px 0px -50% 0px' }

/** A mark in an answer or a note is passed as soon as that is opened. */
const aboveWindowEnd = { rootMargin: '1000000px 0px 0px 0px' }

/** Reads the computed style, because the style sheet (styles/stage.css) decides whether there is a stage. */
function isOnStage(figure: HTMLElement): boolean {
  const island = figure.closest('[data-island]')
  return island !== null && getComputedStyle(island).position === 'absolute'
}
