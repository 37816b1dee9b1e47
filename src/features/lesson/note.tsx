import type { ReactNode } from 'react'
import { recordNoteOpened } from '#store/lessons.ts'
import { Icon } from '#ui/icon.tsx'
import { useLessonContext } from './lesson-context.ts'

/**
 * An expandable note. A native <details>, so that find-in-page opens it, links reach it, and it works without
 * JavaScript. The content compiler sets `id`.
 */
export function Note({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  const { chunks } = useLessonContext()
  return (
    <details
      id={id}
      className="group border-y border-rule bg-paper-raised"
      onToggle={({ currentTarget }) => currentTarget.open && id && recordNoteOpened(chunks.id, id)}
    >
      <summary className="touch-target flex list-none items-center gap-3 px-4 py-2 font-semibold hover:bg-paper-sunk">
        <Icon name="right" className="text-area transition-transform duration-150 group-open:rotate-90" />
        {title}
      </summary>
      <div className="stack-spacing px-4 pt-1 pb-5 sm:pl-12">{children}</div>
    </details>
  )
}
