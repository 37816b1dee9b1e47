export type EngineMessage = { subject: string; text: string }

/**
 * Joins the pieces of a message (the format is in `watch-script.ts`). If a message is incomplete when the next one
 * begins, the program that sent it has ended.
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
