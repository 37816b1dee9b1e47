import { CommandText } from './command-text.tsx'

/** A paragraph of plain text in which backticks mark code. It is never interpreted as HTML. */
export function InlineText({ text }: { text: string }) {
  const pieces = text.split(/`([^`]+)`/).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order
      <code key={index}>
        <CommandText command={piece} />
      </code>
    ) : (
      piece
    ),
  )
  // A fragment, because only JSX moves text between elements into spans (ui/wrap-text-nodes.ts).
  return <>{pieces}</>
}
