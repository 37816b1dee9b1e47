import { useCallback, useLayoutEffect, useState } from 'react'

/**
 * For a control that takes itself away, or its row: call the result in the same handler with the id of the element that
 * has the focus afterwards. Otherwise the focus would be lost, and Tab begin at the top of the page. A heading can have
 * it with `tabIndex={-1}`.
 */
export function useFocusAfter(): (id: string) => void {
  const [target, setTarget] = useState<{ id: string }>()
  useLayoutEffect(() => {
    if (target) document.getElementById(target.id)?.focus()
  }, [target])
  return useCallback((id) => setTarget({ id }), [])
}
