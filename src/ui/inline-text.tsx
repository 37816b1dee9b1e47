import type { ReactNode } from 'react'
import { splitAtOptions } from './split-at-options.ts'

/** A paragraph of plain text in which backticks mark code. It is never interpreted as HTML. */
export function InlineText({ text }: { text: string }) {
  const pieces = splitCode(text.split(/`([^`]+)`/), (code, index) => (
    <code key={index}>
      {splitCode(splitAtOptions(code), (option, at) => (
        <span key={at}>{option}</span>
      ))}
    </code>
  ))
  return <>{pieces}</>
}

/** The pieces never change their order, so the index is a valid key. */
function splitCode(pieces: string[], shown: (piece: string, index: number) => ReactNode): ReactNode[] {
  return pieces.map((piece, index) => (index % 2 === 1 ? shown(piece, index) : piece))
}
