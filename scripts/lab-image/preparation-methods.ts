/** The ways to get an image, in the order in which they are tried. */
export type PreparationMethod = 'download' | 'host' | 'container'

export type PreparationEnvironment = {
  downloadAddress: string | undefined
  /** What this computer lacks to build the image; undefined if it can build it. */
  hostProblem: string | undefined
  hasDocker: boolean
}

export function preparationMethods({
  downloadAddress,
  hostProblem,
  hasDocker,
}: PreparationEnvironment): PreparationMethod[] {
  return [
    ...(downloadAddress ? (['download'] as const) : []),
    ...(hostProblem === undefined ? (['host'] as const) : []),
    ...(hasDocker && hostProblem !== undefined ? (['container'] as const) : []),
  ]
}

/** Why there is no way to get an image, and what to do. */
export function noMethodMessage(hostProblem: string): string {
  return `${hostProblem} You can also start Docker, in which the image is then built, or set LAB_IMAGE_URL and LAB_IMAGE_SHA256 to a release’s lab-image.tar and its hash. Then run npm start again.`
}
