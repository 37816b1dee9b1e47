import { type FocusEvent, type HTMLAttributes, type RefObject, useLayoutEffect, useRef } from 'react'

export type FocusRestorationProps = Pick<HTMLAttributes<HTMLElement>, 'tabIndex' | 'onFocus' | 'onBlur'> & {
  ref: RefObject<HTMLDivElement | null>
}

/**
 * For an element whose buttons are replaced by others: when the focused one disappears, the first of the new ones
 * gets the focus, or the element itself. Otherwise the focus would be lost and Tab would start at the top of the
 * page. Spread the result on the element around the buttons.
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
    // Without a related target, the focused element was removed, or the reader clicked on something that takes no
    // focus.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isWithin.current = false
    },
  }
}
