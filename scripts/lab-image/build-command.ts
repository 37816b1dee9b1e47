import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { builderProgram, hostPackages } from 'docker-in-browser/image-builder'

export type Command = { program: string; args: string[] }

/** The command that builds on this computer, with low priority. */
export function hostBuildCommand(): Command {
  return { program: 'nice', args: ['-n', '19', process.execPath, builderProgram] }
}

/** The image of Debian with Node, the same as for the site in our own Dockerfile. */
export function baseImageIn(dockerfile: string): string {
  const image = /^FROM .*?(node:\S+) AS build$/m.exec(dockerfile)?.[1]
  if (image === undefined) throw new Error('The Dockerfile names no image node: for its stage build.')
  return image
}

/**
 * The command that builds in a container of Debian. The steps are kept in a volume, because their files belong to many
 * users. The image is given to `owner`; on Linux, it would otherwise belong to root.
 */
export function containerBuildCommand(options: {
  project: string
  imageFolder: string
  owner: string | undefined
  baseImage?: string
}): Command {
  const { project, imageFolder, owner, baseImage = baseImageIn(readFileSync('Dockerfile', 'utf8')) } = options
  const script = [
    'apt-get -q update >/dev/null',
    `apt-get -q install -y --no-install-recommends ${hostPackages.join(' ')} >/dev/null`,
    `nice -n 19 node ${relative(project, builderProgram).split(sep).join('/')}`,
    ...(owner ? [`chown -R ${owner} /image`] : []),
  ].join(' && ')
  return {
    program: 'docker',
    args: [
      ...['run', '--rm', '--init', '--cpu-shares', '128', '--workdir', '/project'],
      ...['--volume', `${project}:/project:ro`],
      ...['--volume', `${resolve(project, imageFolder)}:/image`, '--env', 'LAB_IMAGE=/image'],
      ...['--env', 'LAB_IMAGE_EFFORT'],
      ...['--volume', 'docker-mastery-lab:/cache', '--env', 'LAB_CACHE=/cache'],
      ...['--entrypoint', 'sh', baseImage, '-c', script],
    ],
  }
}
