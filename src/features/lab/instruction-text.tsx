import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'

const link = /\[([^\]]+)\]\(([^)]+)\)/

/**
 * Paragraphs with inline code and links, the only Markdown in a lab’s texts. Links open in a new tab, because leaving
 * the page would stop the machine.
 */
export function InstructionText({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} className="mt-2">
      <TextWithLinks text={paragraph} />
    </p>
  ))
}

function TextWithLinks({ text }: { text: string }) {
  const found = link.exec(text)
  if (!found) return <InlineText text={text} />
  const [whole, name = '', address = ''] = found
  return (
    <>
      <InlineText text={text.slice(0, found.index)} />
      <PageLink to={address} target="_blank" rel="noreferrer">
        <InlineText text={name} />
        <span className="sr-only"> (opens a new tab)</span>
      </PageLink>
      <TextWithLinks text={text.slice(found.index + whole.length)} />
    </>
  )
}
