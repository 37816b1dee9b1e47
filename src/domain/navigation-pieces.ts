/** What makes navigation fast, piece by piece: a build with `LEFT_OUT` set to one of them goes without it. */
export const navigationPieces = [
  /** the next lesson, rendered behind the one that is read */
  'prerender',
  /** a click that shows it in the same frame */
  'swap',
  /** the layout of a hidden lesson, kept; without it there is no swap either */
  'hidden-layout',
  /** what is far down a lesson, laid out when the browser is idle */
  'idle-layout',
  /** interactive parts whose code waits until the reader comes near */
  'island',
  /** the data of a page, fetched when the pointer or the focus comes to its link */
  'prefetch',
] as const
