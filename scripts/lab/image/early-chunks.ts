import type { ImageManifest } from '#domain/lab/image.ts'
import { HeadlessMachine } from '../machine.ts'

/** What nearly every lab begins with: its disk chunks are worth having before they are asked for. */
const session = ['docker ps', 'docker run --rm busybox true', 'docker images']

/** The chunks that a fresh machine reads in a short session, in the order of their first use. */
export async function recordSession(folder: string, manifest: ImageManifest): Promise<number[]> {
  const machine = await HeadlessMachine.start({ folder, manifest })
  try {
    for (const command of session) await machine.type(command)
    const touched = [...(machine.v86.disk?.touched ?? [])]
    return touched.filter((chunk) => manifest.disk.chunks[chunk] !== null)
  } finally {
    machine.dispose()
  }
}
