import { Fragment } from 'react'

/** A path or option that is too long for its line wraps after a slash or an equals sign. */
export function OptionText({ text }: { text: string }) {
  return text.split(/(?<=[/=])/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
