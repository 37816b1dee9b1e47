import { isValidElement, type ReactNode, useRef } from 'react'
import { copyText } from '#platform/clipboard.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { languageName } from '#ui/language-name.ts'

/** A code sample: the file's name if it has one, a copy button, and code that scrolls inside itself. */
export function CodeBlock({ children }: { children?: ReactNode }) {
  const pre = useRef<HTMLPreElement>(null)
  const { file, language } = describeCode(children)
  return (
    <figure className="code-block">
      <figcaption className="flex min-h-11 items-center justify-between gap-4">
        <span
          translate={file === undefined ? undefined : 'no'}
          className="caption min-w-0 text-ink-soft [overflow-wrap:anywhere]"
        >
          {file ?? languageName(language)}
        </span>
        <CopyButton contentName={file ?? 'the code'} copy={() => copyText(pre.current?.textContent ?? '')} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard */}
      <pre ref={pre} tabIndex={0}>
        {children}
      </pre>
    </figure>
  )
}

/** The file name and language, which the content compiler stores on the code element. */
function describeCode(code: ReactNode): { file?: string; language: string } {
  if (!isValidElement<{ className?: string; 'data-file'?: string }>(code)) return { language: '' }
  const language = /language-(\S+)/.exec(code.props.className ?? '')?.[1] ?? ''
  const file = code.props['data-file']
  return { language, ...(file && { file }) }
}
