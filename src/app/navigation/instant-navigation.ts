import { useCallback, useEffect, useLayoutEffect } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { afterNextPaint } from '#ui/after-paint.ts'
import { navigationTarget } from './link-navigation.ts'

/**
 * Lets a click show a prerendered lesson in the same frame. The router takes several frames and then updates address,
 * title and focus; until then, the two elements (identified by `data-lesson-address`) look as React will render them.
 * docs/decisions/0019-the-next-lesson-behind-this-one.md
 */
export function useInstantNavigation(currentAddress: string): void {
  const navigate = useNavigate()
  const saveScrollPosition = useScrollRestoration()
  useHiddenLessonLayout(currentAddress)
  useEffect(() => {
    if (
      import.meta.env.OMITTED_OPTIMIZATION === 'swap' ||
      import.meta.env.OMITTED_OPTIMIZATION === 'hidden-layout'
    )
      return
    const handleClick = (event: MouseEvent) => {
      const targetAddress = navigationTarget(event)?.address
      const currentLesson = lessonElements().find((page) => !page.hasAttribute(hiddenAttribute))
      const targetLesson = lessonElements().find(
        (page) => page !== currentLesson && page.dataset.lessonAddress === targetAddress,
      )
      if (targetAddress === undefined || !currentLesson || !targetLesson) return
      event.preventDefault()
      const top = window.scrollY
      saveScrollPosition(top)
      swapLessons(currentLesson, targetLesson, 0)
      void afterNextPaint().then(async () => {
        await navigate(targetAddress)
        // The reader has navigated elsewhere in the meantime.
        if (!location.pathname.endsWith(targetAddress)) swapLessons(targetLesson, currentLesson, top)
      })
    }
    document.addEventListener('click', handleClick, { capture: true })
    return () => document.removeEventListener('click', handleClick, { capture: true })
  }, [navigate, saveScrollPosition])
}

const hiddenAttribute = 'data-prerendered'

function lessonElements(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-lesson-address]')]
}

function swapLessons(shown: HTMLElement, hidden: HTMLElement, top: number): void {
  shown.setAttribute(hiddenAttribute, '')
  hidden.removeAttribute(hiddenAttribute)
  window.scrollTo(0, top)
}

/**
 * React hides an Activity with `display: none`, which discards its layout. Hidden by our attribute instead
 * (styles/lesson.css), a lesson keeps its layout and is laid out when the browser is idle, so a click only has to paint
 * it.
 */
function useHiddenLessonLayout(currentAddress: string): void {
  useLayoutEffect(() => {
    if (import.meta.env.OMITTED_OPTIMIZATION === 'hidden-layout') return
    const currentLesson = lessonElements().find(({ dataset }) => dataset.lessonAddress === currentAddress)
    currentLesson?.removeAttribute(hiddenAttribute)
    let idleCallbackId = 0
    const keepLayoutWhileHidden = () => {
      const hidden = lessonElements().filter(({ style }) => style.display === 'none')
      for (const page of hidden) {
        page.style.display = ''
        page.setAttribute(hiddenAttribute, '')
      }
      window.cancelIdleCallback?.(idleCallbackId)
      idleCallbackId = window.requestIdleCallback?.(layOutHiddenLessons) ?? 0
    }
    keepLayoutWhileHidden()
    // React has no event for when it renders or hides the content of an Activity.
    const observer = new MutationObserver(keepLayoutWhileHidden)
    const parent = currentLesson?.parentElement
    if (parent) observer.observe(parent, { childList: true, subtree: true, attributeFilter: ['style'] })
    return () => {
      observer.disconnect()
      window.cancelIdleCallback?.(idleCallbackId)
    }
  }, [currentAddress])
}

/** Reading a position forces the browser to lay out a hidden lesson. */
function layOutHiddenLessons(): void {
  for (const page of lessonElements())
    if (page.hasAttribute(hiddenAttribute)) page.lastElementChild?.getBoundingClientRect()
}

/**
 * Scroll positions of lessons that were left by an instant navigation, by history key; the router reads the position
 * too late.
 */
const scrollPositions = new Map<string, number>()

function useScrollRestoration(): (top: number) => void {
  const { key } = useLocation()
  const isHistoryNavigation = useNavigationType() === 'POP'
  useEffect(() => {
    const top = scrollPositions.get(key)
    if (isHistoryNavigation && top !== undefined) window.scrollTo(0, top)
  }, [key, isHistoryNavigation])
  return useCallback((top) => scrollPositions.set(key, top), [key])
}
