/**
 * The work that a text may still cause, counted down as it is done. So the work grows with the length of the text and not
 * with its content.
 */
export type WorkBudget = {
  /** Characters of codes to scan, counted each time. */
  characters: number
  /** Bytes to decompress. */
  bytes: number
}

/**
 * Far more than real submissions need: each character of a code is scanned about three times, and a result decompresses to
 * at most ten times its length. The fixed part allows any single code.
 */
export function workBudgetFor(length: number): WorkBudget {
  return { characters: 10 * length + 500_000, bytes: 16 * length + 256 * 1024 }
}
