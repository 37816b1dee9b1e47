import type { ReactNode } from 'react'

/** A table that scrolls inside itself if it is too wide, also by keyboard. */
export function TableScroller({
  name,
  isLandmark = false,
  id,
  className = '',
  children,
}: {
  name: string | undefined
  /** Whether it is a landmark for screen readers. */
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
