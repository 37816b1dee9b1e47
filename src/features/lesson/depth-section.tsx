import { type ReactNode, useId, useRef, useState } from 'react'
import { type Role, roleNames } from '#domain/role.ts'
import { useRole } from '#store/role.ts'
import { Icon } from '#ui/icon.tsx'
import { useHiddenUntilFound } from './hidden-until-found.ts'
import { useRevealOnNavigation } from './reveal-anchor.ts'

/**
 * One depth of a lesson. The role lens decides whether it is open at first (in styles/depth.css, before React loads);
 * the reader’s own choice has priority until the lens changes.
 */
export function DepthSection({
  depth,
  minutes,
  children,
}: {
  depth: Role
  minutes: number | undefined
  children: ReactNode
}) {
  const selectedRole = useRole()
  const [choice, setChoice] = useState<{ lens: Role; isOpen: boolean }>()
  const section = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const chosen = choice?.lens === selectedRole ? choice.isOpen : undefined
  const isOpen = chosen ?? selectedRole === depth
  const open = () => setChoice({ lens: selectedRole, isOpen: true })
  useRevealOnNavigation(section, open)
  useHiddenUntilFound(body, isOpen, open)
  return (
    <section
      ref={section}
      className="depth"
      data-depth={depth}
      data-open={chosen}
      aria-labelledby={`${id}-name`}
    >
      <div className="flex items-baseline gap-3 border-t-2 border-area pt-2">
        <h2 id={`${id}-name`} className="m-0 font-text text-base font-semibold tracking-normal">
          {depthTitles[depth]}
        </h2>
        {minutes !== undefined && <span className="caption text-ink-soft">{minutes} min</span>}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-body`}
          onClick={() => setChoice({ lens: selectedRole, isOpen: !isOpen })}
          className="needs-script touch-target no-print ml-auto inline-flex items-center gap-1 px-2 text-sm text-ink-soft hover:text-ink"
        >
          {isOpen ? 'Close' : 'Open'}
          <span className="sr-only"> the {roleNames[depth].toLowerCase()} depth</span>
          <Icon name={isOpen ? 'up' : 'down'} />
        </button>
      </div>
      <div ref={body} id={`${id}-body`} className="depth-body">
        {children}
      </div>
    </section>
  )
}

const depthTitles = {
  beginner: 'Start here',
  practitioner: 'Go deeper',
  manager: 'For managers',
} satisfies Record<Role, string>
