import { type ReactNode, useRef } from 'react'
import { copyText } from '#platform/clipboard.ts'
import { CopyButton } from '#ui/copy-button.tsx'

/**
 * A terminal recording: commands in `<kbd>`, output in `<samp>`, remarks in `<small>`, written by
 * `scripts/content/rehype-terminal-recordings.ts`. The style sheet draws the prompt, so that it is neither selected
 * nor copied.
 */
export function TerminalRecording({
  title,
  seen,
  children,
}: {
  title: string
  seen: string
  children: ReactNode
}) {
  const screen = useRef<HTMLPreElement>(null)
  return (
    <figure className="code-block terminal-recording">
      <figcaption className="flex min-h-11 items-center justify-between gap-4">
        <span className="min-w-0 text-sm">{title}</span>
        <CopyButton contentName="the commands" copy={() => copyText(commandsOf(screen.current))} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it is preformatted text first */}
      <pre ref={screen} tabIndex={0} role="region" aria-label={`Terminal: ${title}`}>
        {children}
      </pre>
      <p className="caption">Recorded on {seen}</p>
    </figure>
  )
}

function commandsOf(screen: HTMLElement | null): string {
  return [...(screen?.querySelectorAll('kbd') ?? [])].map((command) => command.textContent).join('')
}
