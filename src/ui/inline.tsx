/** One paragraph of plain text in which backticks mark code. Nothing in it is ever HTML. */
export function Inline({ text }: { text: string }) {
  const pieces = text.split(/`([^`]+)`/)
  return pieces.map((piece, index) => {
    const isCode = index % 2 === 1
    // Pieces never change place within a text.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return isCode ? <code key={index}>{piece}</code> : piece
  })
}
