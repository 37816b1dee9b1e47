import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { hostBuildProblem } from 'docker-in-browser/image-builder'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import { containerBuildCommand, hostBuildCommand } from './build-command.ts'
import { type DownloadStart, downloadProgress } from './download-progress.ts'
import { noMethodMessage, type PreparationMethod, preparationMethods } from './preparation-methods.ts'
import { installReleaseImage } from './release-image.ts'
import { runBuild } from './run-build.ts'

/** Gets progress as a function of time, so that it advances between two reports. */
export type ReportProgress = (progressAt: (at: number) => ImageProgress) => void

/**
 * Gets the labs’ image into its folder, by the first method that works. Rejects with what is missing and what to do.
 */
export async function prepareImage(
  folder: string,
  log: (text: string) => void,
  report: ReportProgress,
): Promise<void> {
  const hostProblem = hostBuildProblem()
  const methods = preparationMethods({
    downloadAddress: process.env.LAB_IMAGE_URL,
    hostProblem,
    hasDocker: hostProblem !== undefined && isDockerRunning(),
  })
  let failure = new Error(noMethodMessage(hostProblem ?? ''))
  for (const method of methods) {
    try {
      log(startMessages[method])
      await prepareWith(method, folder, report)
      return
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      if (method !== methods.at(-1)) log(failure.message)
    }
  }
  throw failure
}

const startMessages: Record<PreparationMethod, string> = {
  download: 'Downloading the labs’ machine.',
  host: 'Building the labs’ machine in the background, at low priority.',
  container: 'Building the labs’ machine in a Docker container, at low priority.',
}

async function prepareWith(method: PreparationMethod, folder: string, report: ReportProgress): Promise<void> {
  if (method === 'host') return runBuild(hostBuildCommand(), report)
  if (method === 'container') {
    // Otherwise Docker would create it, owned by root.
    mkdirSync(folder, { recursive: true })
    const [uid, gid] = [process.getuid?.(), process.getgid?.()]
    const owner = process.platform === 'linux' ? `${uid}:${gid}` : undefined
    return runBuild(containerBuildCommand({ project: resolve('.'), imageFolder: folder, owner }), report)
  }
  let start: DownloadStart | undefined
  await installReleaseImage({
    address: process.env.LAB_IMAGE_URL ?? '',
    givenHash: process.env.LAB_IMAGE_SHA256,
    folder,
    cache: '.cache',
    onProgress: (loaded, total) => {
      const first = start ?? { loaded, at: Date.now() }
      start = first
      report((at) => downloadProgress(first, { loaded, total, at }))
    },
  })
}

function isDockerRunning(): boolean {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0
}
