/** The latest time that a `Date` can represent, in milliseconds since 1970. */
export const maxTimestamp = 8.64e15
