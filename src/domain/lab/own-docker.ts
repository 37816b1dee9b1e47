/** The path of the labs’ Dockerfile on the site; with this extension every host sends it as text. */
export const ownDockerfilePath = 'own-docker/dockerfile.txt'

/** The path of an archive of the shop, the course’s running example. */
export const shopArchivePath = 'shop.zip'

const imageName = 'docker-mastery-lab'

/** The command that builds the image for labs on the learner's own Docker. */
export function buildCommand(siteAddress: string): string {
  return `curl -fsSL ${siteAddress}${ownDockerfilePath} | docker build -t ${imageName} -`
}

/** The command that starts a lab, or an engine without a task. */
export function startCommand(labId?: string): string {
  const lab = labId === undefined ? '' : ` ${labId}`
  return `docker run --rm -it --privileged --hostname lab ${imageName}${lab}`
}
