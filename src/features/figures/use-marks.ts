import { type RefObject, useEffect, useEffectEvent } from 'react'
import { markReached } from '#domain/figures/stage.ts'

/**
 * Reports the mark (figure-mark.tsx) that the reader has reached, while the figure is on the stage. The figure’s own
 * place counts as one, without a state and with the index -1. Before the first one, it reports the first one in the
 * open text: if the figure’s depth is closed, the state in which the figure opens belongs to a text that the reader
 * does not see. Without a stage, each mark shows its own state, and the figure stays as the reader left it.
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
    const reportReached = () => {
      if (!isOnStage(figure)) return
      const last = markReached(marks.map((each) => isPassed.get(each) ?? false))
      const mark = marks[last] ?? firstToReach(marks)
      const state = mark?.dataset.mark
      report(mark && state !== undefined ? marks.indexOf(mark) : -1, state)
    }
    const follow: IntersectionObserverCallback = (entries) => {
      for (const { target, isIntersecting } of entries) isPassed.set(target, isIntersecting)
      reportReached()
    }
    const text = new IntersectionObserver(follow, aboveReadingLine)
    const opened = new IntersectionObserver(follow, aboveWindowEnd)
    const observeMarks = () => {
      marks = [...lesson.querySelectorAll<HTMLElement>('[data-mark], .figure-place')]
      for (const mark of marks) (mark.closest('details') ? opened : text).observe(mark)
    }
    observeMarks()
    // When the code of an island (ui/island.tsx) has loaded, its marks are new elements.
    const islands = new MutationObserver(observeMarks)
    islands.observe(lesson, { childList: true, subtree: true })
    const depths = new MutationObserver(reportReached)
    depths.observe(lesson, { attributeFilter: ['hidden', 'data-open'], subtree: true })
    return () => {
      for (const observer of [text, opened, islands, depths]) observer.disconnect()
    }
  }, [plate, isStageClosed])
}

/** A mark is passed once it is in the upper half of the window or above it. */
const aboveReadingLine = { rootMargin: '1000000px 0px -50% 0px' }

/** A mark in an answer or a note is passed as soon as that is opened. */
const aboveWindowEnd = { rootMargin: '1000000px 0px 0px 0px' }

/** The first mark in the open text; none if that is in a note or an answer, which it would give away. */
function firstToReach(marks: HTMLElement[]): HTMLElement | undefined {
  const first = marks.find((mark) => (mark.closest('details') ?? mark).checkVisibility())
  return first?.closest('details') ? undefined : first
}

/** Reads the computed style, because the style sheet (styles/stage.css) decides whether there is a stage. */
function isOnStage(figure: HTMLElement): boolean {
  const island = figure.closest('[data-island]')
  return island !== null && getComputedStyle(island).position === 'absolute'
}
