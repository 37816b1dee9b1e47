/** The optimizations of navigation. A build with `OMITTED_OPTIMIZATION` set to one of them omits it. */
export const navigationOptimizations = [
  /** the next lesson is rendered in a hidden `Activity` */
  'prerender',
  /** a click shows it in the same frame */
  'swap',
  /** hidden lessons keep their layout; without this there is no swap either */
  'hidden-layout',
  /** off-screen parts of a lesson are laid out when the browser is idle */
  'idle-layout',
  /** interactive parts load their code when the reader comes near */
  'island',
  /** a page's data and code are fetched when its link is hovered or focused */
  'prefetch',
] as const
