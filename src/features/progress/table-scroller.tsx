import type { ReactNode } from 'react'

/** A table that scrolls inside itself where text is large and the page narrow, by keyboard too. */
export function TableScroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={label} tabIndex={0} className="scroll-horizontally">
      {children}
    </div>
  )
}
