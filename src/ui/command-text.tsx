import { splitAtOptions } from './split-at-options.ts'

/** A command with each option in an element of its own, which styles/base.css keeps on one line. */
export function CommandText({ command }: { command: string }) {
  return splitAtOptions(command).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change their order
    index % 2 === 1 ? <span key={index}>{piece}</span> : piece,
  )
}
