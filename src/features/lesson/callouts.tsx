import type { ReactNode } from 'react'
import { roleNames } from '#domain/role.ts'
import { Panel } from '#ui/panel.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import { useLessonContext } from './lesson-context.ts'

/** A pitfall: what goes wrong, and how to avoid it. */
export function Pitfall({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel tone="caution">
      <p className="caption text-caution">Pitfall</p>
      <p className="mt-0 font-semibold">{title}</p>
      {children}
    </Panel>
  )
}

/** A common belief and the facts. */
export function Myth({ belief, children }: { belief: string; children: ReactNode }) {
  return (
    <div className="stack-spacing border-y-2 border-ink py-5">
      <p className="caption m-0 text-ink-soft">People say</p>
      <p className="m-0 mb-3 font-display text-xl leading-snug">“{belief}”</p>
      <p className="caption m-0 text-ink-soft">In fact</p>
      {children}
    </div>
  )
}

/** The key takeaways of a depth, or of a primer. */
export function Recap({ children }: { children: ReactNode }) {
  const { depth } = useLessonContext()
  const Heading = depth ? 'h3' : 'h2'
  return (
    <div className="bg-paper-sunk px-5 py-4">
      <Heading className="m-0 mb-2 font-text text-base font-semibold tracking-normal">
        <span>Key takeaways</span>
        {depth && <span className="sr-only"> of the {roleNames[depth].toLowerCase()} depth</span>}
      </Heading>
      {children}
    </div>
  )
}

/** A table with a caption. Wide tables scroll inside themselves. */
export function Compare({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption className="mb-2 text-sm text-ink-soft">{caption}</figcaption>
      {children}
    </figure>
  )
}

/** A Markdown table. `scripts/content/rehype-table-names.ts` names it. */
export function ScrollingTable({
  'aria-label': name,
  children,
}: {
  'aria-label'?: string
  children?: ReactNode
}) {
  return (
    <TableScroller name={name}>
      <table>{children}</table>
    </TableScroller>
  )
}
