import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../image-builder/cached-steps.ts'
import { V86Machine } from '../src/emulator/v86-machine.ts'
import { type ImageFile, type ImageManifest, imageFilePath } from '../src/image/image-manifest.ts'
import { type ImageSource, MachineError } from '../src/machine.ts'
import { imageFolder, readManifest } from './image-folder.ts'
import { readV86Program } from './v86-program.ts'

export type TypedCommand = {
  output: string
  /** The same as received from the machine, with its control characters. */
  received: string
  exitCode: number
  durationMillis: number
  millionInstructions: number
}

/** The machine under Node, with a terminal that takes one line at a time. */
export class HeadlessMachine {
  v86!: V86Machine
  readonly #image: LabImage
  #screen = ''
  #decoder = new TextDecoder()
  #prompts: ((exitCode: number) => void)[] = []
  #instructions = 0
  #lastCount = 0
  #countTimer: ReturnType<typeof setInterval>

  private constructor(image: LabImage) {
    this.#image = image
    this.#countTimer = setInterval(() => this.instructions(), 1000)
  }

  async #boot(v86: V86Machine): Promise<void> {
    this.v86 = v86
    this.#lastCount = 0
    v86.onOutput((bytes) => {
      this.#screen += this.#decoder.decode(bytes, { stream: true })
    })
    v86.onPrompt((exitCode) => {
      const waiting = this.#prompts
      this.#prompts = []
      // The bytes before the prompt are delivered in the next task.
      setTimeout(() => {
        for (const resolve of waiting) resolve(exitCode)
      }, 2)
    })
    const prompt = this.#nextPrompt(120_000, 'its start')
    await v86.start()
    await prompt
    this.#screen = ''
  }

  /** Starts from the image's snapshot, or from a saved one. */
  static async start(image: LabImage = readImage(), snapshot?: SavedSnapshot): Promise<HeadlessMachine> {
    const machine = new HeadlessMachine(image)
    await machine.#boot(createHeadlessMachine(image, snapshot))
    return machine
  }

  /** Types one line and waits for the next prompt. */
  async type(line: string, timeoutMillis = 300_000): Promise<TypedCommand> {
    const before = this.instructions()
    const startedAt = performance.now()
    this.#screen = ''
    const prompt = this.#nextPrompt(timeoutMillis, line)
    this.v86.write(`${line}\n`)
    const exitCode = await prompt
    return {
      output: stripControlCodes(this.#screen),
      received: this.#screen,
      exitCode,
      durationMillis: performance.now() - startedAt,
      millionInstructions: (this.instructions() - before) / 1e6,
    }
  }

  /** Saves a snapshot of the whole machine in memory. Call it at a prompt. */
  async save(): Promise<SavedSnapshot> {
    const { emulator, disk } = this.v86
    if (!emulator || !disk) throw new Error('The machine is not running.')
    await emulator.stop()
    // A pending read would never finish in the restored machine.
    await disk.settled()
    const snapshot = new Uint8Array(await emulator.save())
    await emulator.go()
    return snapshot
  }

  /** Restores a saved snapshot as the page does: into a new emulator, with a new prompt. */
  async restore(snapshot: SavedSnapshot): Promise<void> {
    // Added to the total, because the next emulator starts counting at zero.
    this.instructions()
    this.v86.dispose()
    await this.#boot(createHeadlessMachine(this.#image, snapshot))
  }

  /** Guest instructions since the start; v86's own count is 32 bits and wraps. */
  instructions(): number {
    const count = this.v86.emulator?.instructions() ?? 0
    this.#instructions += (count - this.#lastCount) >>> 0
    this.#lastCount = count
    return this.#instructions
  }

  dispose(): void {
    clearInterval(this.#countTimer)
    this.v86.dispose()
  }

  #nextPrompt(timeoutMillis: number, after: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `Expected a prompt within ${timeoutMillis / 1000} s of "${after}". The terminal shows:\n${stripControlCodes(this.#screen)}`,
            ),
          ),
        timeoutMillis,
      )
      this.#prompts.push((exitCode) => {
        clearTimeout(timer)
        resolve(exitCode)
      })
    })
  }
}

export type LabImage = { folder: string; manifest: ImageManifest }

export function readImage(): LabImage {
  const manifest = readManifest(imageFolder)
  if (!manifest) throw new Error(`There is no image in ${imageFolder}. Build it first: npm run lab:image`)
  return { folder: imageFolder, manifest }
}

/** A machine's whole state, as v86 saves it, uncompressed. */
export type SavedSnapshot = Uint8Array<ArrayBuffer>

/** Creates the real machine with an image in a folder; it starts from the image’s snapshot or from one saved later. */
export function createHeadlessMachine(image: LabImage, snapshot?: SavedSnapshot): V86Machine {
  const folderOptions = { manifest: image.manifest, source: createFolderSource(image.folder) }
  const options = snapshot ? withSnapshotSource(snapshot, folderOptions) : folderOptions
  return new V86Machine({ ...options, program: readV86Program(), now: () => Date.now() })
}

/** The same image with another snapshot. */
function withSnapshotSource(
  snapshot: SavedSnapshot,
  { manifest, source }: { manifest: ImageManifest; source: ImageSource },
) {
  const part = { sha256: 'copy', bytes: snapshot.length }
  // The precompiled code does not match the memory of another snapshot.
  const { compiled: _, ...others } = manifest
  return {
    manifest: { ...others, snapshot: { unpacked: snapshot.length, parts: [part] } },
    source: {
      part: (requested: ImageFile) =>
        requested === part ? Promise.resolve(snapshot) : source.part(requested),
    },
  }
}

function createFolderSource(folder: string): ImageSource {
  return {
    async part(part) {
      const bytes = await readFile(join(folder, imageFilePath(part))).catch(() => {
        throw new MachineError(
          'network',
          `${join(folder, imageFilePath(part))} is missing. Run: npm run lab:image`,
        )
      })
      if (hashOf(bytes) !== part.sha256)
        throw new MachineError(
          'broken-part',
          `The digest of ${imageFilePath(part)} differs from its name: the file is damaged. Delete it and run: npm run lab:image`,
        )
      return new Uint8Array(bytes)
    },
  }
}

/** The text a reader sees: without control sequences, colors and carriage returns. */
function stripControlCodes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it removes control sequences
  return text.replace(/\x1b\][^\x07]*\x07|\x1b\[[0-9;?]*[A-Za-z]|\r/g, '')
}
