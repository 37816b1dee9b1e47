import { useCallback, useLayoutEffect, useState } from 'react'

/**
 * For a control that removes itself or its row: call the result in the same handler with the id of the element to
 * focus next. Otherwise the focus would be lost and Tab would start at the top of the page. A heading needs
 * `tabIndex={-1}`.
 */
export function useFocusAfterCommit(): (id: string) => void {
  const [target, setTarget] = useState<{ id: string }>()
  useLayoutEffect(() => {
    if (target) document.getElementById(target.id)?.focus()
  }, [target])
  return useCallback((id) => setTarget({ id }), [])
}
