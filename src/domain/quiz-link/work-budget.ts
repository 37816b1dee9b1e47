/**
 * What reading a text may still cost, counted down as it is spent: so the work grows with the length of the
 * text, and not with what somebody packed into it.
 */
export type WorkBudget = {
  /** Characters of codes to look at, each time they are. */
  characters: number
  /** Bytes to unpack. */
  bytes: number
}

/**
 * Far more than what people send needs: each character of a code is looked at about three times, and a result
 * unpacks to ten times its length at most. The fixed part lets a single code be read whatever it holds.
 */
export function workBudgetFor(length: number): WorkBudget {
  return { characters: 10 * length + 500_000, bytes: 16 * length + 256 * 1024 }
}
