import { Fragment } from 'react'

/** An address, path or option that can wrap after each slash and equals sign. */
export function BreakableText({ text }: { text: string }) {
  return text.split(/(?<=[/=])/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
