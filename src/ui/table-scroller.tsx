import type { ReactNode } from 'react'

/** A table that scrolls inside itself where it is wider than its place, by keyboard too. */
export function TableScroller({
  name,
  isLandmark = false,
  id,
  className = '',
  children,
}: {
  name: string | undefined
  /** Whether a screen reader lists it among the parts of the page. */
  isLandmark?: boolean
  id?: string
  className?: string
  children: ReactNode
}) {
  const Element = isLandmark ? 'section' : 'div'
  return (
    <Element
      id={id}
      {...(!isLandmark && { role: 'group' })}
      aria-label={name}
      // What scrolls must be reachable by keyboard.
      tabIndex={0}
      className={`scroll-horizontally ${className}`}
    >
      {children}
    </Element>
  )
}
