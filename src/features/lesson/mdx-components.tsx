import type { MDXComponents } from 'mdx/types'
import { type ComponentProps, lazy, type ReactNode } from 'react'
import { Figure } from '#features/figures/figure.tsx'
import { FigureMark } from '#features/figures/figure-mark.tsx'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { Island } from '#ui/island.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { Compare, Myth, Pitfall, Recap, ScrollingTable } from './callouts.tsx'
import { CodeBlock } from './code-block.tsx'
import { DepthSection } from './depth-section.tsx'
import { LazyPrediction } from './lazy-prediction.tsx'
import { LessonContext, useLessonContext } from './lesson-context.ts'
import { Note } from './note.tsx'
import { TerminalRecording } from './terminal-recording.tsx'

/**
 * The components that lessons may use (scripts/content/allowed-components.ts), and the elements that Markdown becomes.
 * Headings move one level down, because each depth of a lesson has a heading of its own.
 */
export const mdxComponents: MDXComponents = {
  For,
  Note,
  Pitfall,
  Myth,
  Recap,
  Compare,
  Figure,
  FigureState: FigureMark,
  Predict: LazyPrediction,
  Terminal: TerminalRecording,
  Check,
  a: TextLink,
  h2: (props) => <h3 className="text-2xl" {...props} />,
  h3: (props) => <h4 className="text-xl font-semibold" {...props} />,
  pre: CodeBlock,
  table: ScrollingTable,
}

function For({ role, children }: { role: 'beginner' | 'practitioner'; children: ReactNode }) {
  const around = useLessonContext()
  return (
    <LessonContext value={{ ...around, depth: role }}>
      <DepthSection depth={role} minutes={around.minutes[role]}>
        {children}
      </DepthSection>
    </LessonContext>
  )
}

/** The quiz is most of a lesson’s code and comes at its end, so it loads when the reader comes near. */
const LessonCheck = lazy(() => loadWithRetry('check', () => import('./quick-check-loader.tsx')))

function Check({ items }: { items: string }) {
  const { chunks, depth } = useLessonContext()
  const loadFailure = useLoadFailure('check', `check ${chunks.id}`)
  return (
    <Island
      name={`check ${items}`}
      notice={<LoadFailureNotice partName="This quick check" loadFailure={loadFailure} />}
    >
      <LessonCheck ids={items.split(/\s+/)} chunks={chunks} depth={depth} />
    </Island>
  )
}

/** Links within the course use the router. The content compiler has checked that their targets exist. */
function TextLink({ href = '', ...props }: ComponentProps<'a'>) {
  if (href.startsWith('/') || href.startsWith('#')) return <PageLink to={href} {...props} />
  return <a href={href} rel="noreferrer" {...props} />
}
