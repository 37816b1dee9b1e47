import { imageFolder, readManifest } from 'docker-in-browser/image-folder'
import { formatTimeRemaining } from '#domain/lab/format-time-remaining.ts'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import { addLabImage, progressPath } from './build/lab-image.ts'
import { startStaticServer } from './build/static-server.ts'
import { prepareImage } from './lab-image/prepare-image.ts'
import { buildFolder, siteConfig } from './site-config.ts'

/**
 * The last part of `npm start`: serves the built site and, unless it already has a machine for the labs, gets one
 * meanwhile. `--no-labs` skips that.
 */
const site = `${buildFolder}/client`
let progressAt: (at: number) => ImageProgress = () => null
const port = Number(process.env.PORT ?? 4173)
const { address } = await startStaticServer(site, {
  port,
  base: siteConfig.base,
  liveJson: (path) => (path === progressPath ? JSON.stringify(progressAt(Date.now())) : undefined),
})
console.log(`Docker Mastery is at ${address}`)

const isWanted = !process.argv.includes('--no-labs') && process.env.LAB_IMAGE !== 'none'
if (isWanted && !hasImage()) await getImage()

function hasImage(): boolean {
  try {
    return readManifest(imageFolder) !== undefined
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return false
  }
}

async function getImage(): Promise<void> {
  let announced = ''
  const announce = (progress: ImageProgress) => {
    if (progress?.state !== 'preparing' || progress.step === announced) return
    announced = progress.step
    const left = progress.secondsLeft === undefined ? '' : `, ${formatTimeRemaining(progress.secondsLeft)}`
    console.log(`  ${progress.step} (step ${progress.number} of ${progress.count}${left})`)
  }
  const say = (text: string) => console.log(text)
  try {
    await prepareImage(imageFolder, say, (latest) => {
      progressAt = latest
      announce(latest(Date.now()))
    })
    await addLabImage(imageFolder, site)
    progressAt = () => ({ state: 'ready' })
    console.log('The labs’ machine is ready. Open pages have it without a reload.')
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    progressAt = () => ({ state: 'failed', message })
    console.error(
      `\nThe labs’ machine could not be prepared:\n${message}\nThe course works without it; its labs run on your own Docker. npm start -- --no-labs leaves the machine out.`,
    )
  }
}
