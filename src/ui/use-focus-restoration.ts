import { type FocusEvent, type HTMLAttributes, type RefObject, useLayoutEffect, useRef } from 'react'

export type FocusRestorationProps = Pick<HTMLAttributes<HTMLElement>, 'tabIndex' | 'onFocus' | 'onBlur'> & {
  ref: RefObject<HTMLDivElement | null>
}

/**
 * For a place whose buttons are exchanged for others: when the one that had the focus is gone, the first that stands
 * there now gets it, or the place itself. Otherwise the focus would be lost and Tab begin at the top of the page. Spread
 * the result on the element around them.
 */
export function useFocusRestoration(): FocusRestorationProps {
  const ref = useRef<HTMLDivElement>(null)
  const isWithin = useRef(false)
  useLayoutEffect(() => {
    const container = ref.current
    if (!container || !isWithin.current || document.activeElement !== document.body) return
    const nextFocusTarget = container.querySelector('button') ?? container
    nextFocusTarget.focus({ preventScroll: true })
  })
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isWithin.current = true
    },
    // An element that is taken away, and a click beside all elements, leave the focus to nobody.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isWithin.current = false
    },
  }
}
