export type EngineMessage = { subject: string; text: string }

/**
 * Puts the pieces of a message together (`watch-script.ts` describes them). A message that is still open when the next
 * one begins was lost with the program that sent it.
 */
export function createMessageReader(): (piece: string) => EngineMessage | undefined {
  let current = ''
  let text = ''
  return (piece) => {
    const [, number, subject, end, part] = /^(\d+);(\w+);([+.]);(.*)$/su.exec(piece) ?? []
    if (number === undefined || subject === undefined || part === undefined) return undefined
    const message = `${number} ${subject}`
    text = message === current ? text + part : part
    current = message
    if (end === '+') return undefined
    current = ''
    return { subject, text }
  }
}
