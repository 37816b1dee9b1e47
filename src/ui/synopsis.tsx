import { InlineText } from './inline-text.tsx'

/**
 * A topic’s synopsis in everyday words and, for practitioners, in technical terms. Both are in the page, and the
 * reader’s role decides which one is shown (styles/depth.css).
 */
export function Synopsis({ note, plainNote }: { note: string; plainNote?: string | undefined }) {
  if (plainNote === undefined) return <InlineText text={note} />
  return (
    <>
      <span className="plain-note">
        <InlineText text={plainNote} />
      </span>
      <span className="exact-note">
        <InlineText text={note} />
      </span>
    </>
  )
}
