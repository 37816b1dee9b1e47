import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { readV86Program } from '../node/v86-program.ts'
import { AgentConnection } from '../src/emulator/agent-connection.ts'
import { ChunkedDisk } from '../src/emulator/chunked-disk.ts'
import { type Emulator, startEmulator } from '../src/emulator/emulator.ts'
import { diskMegabytes } from './disk-image.ts'
import { runTool } from './run-tool.ts'

export const memoryBytes = 512 << 20
export const chunkBytes = 1 << 20
export const biosFile = '/usr/share/seabios/bios.bin'
export const vgaBiosFile = '/usr/share/seabios/vgabios-stdvga.bin'

const commandLine = [
  'console=ttyS0 quiet loglevel=3',
  // The machine has one processor, and no secrets to protect from other users.
  'tsc=reliable mitigations=off init_on_alloc=0 hardened_usercopy=off nowatchdog audit=0',
  // Go’s monitoring threads ask to be woken after 20 microseconds; the clock tick of 4 ms is enough.
  'highres=off',
  'random.trust_cpu=on cgroup_no_v1=all',
].join(' ')

export type BootFiles = { disk: string; kernel: string; initrd: string }

/** A machine that boots from a disk file when the image is built. Its writes stay in memory until `writeDisk`. */
export class BuildMachine {
  readonly disk: ChunkedDisk
  readonly emulator: Emulator
  #agent: AgentConnection
  /** Resolves when the agent first sends something. Bytes sent to it before that are lost. */
  #agentReady: Promise<void>
  #file: number

  private constructor(disk: ChunkedDisk, emulator: Emulator, file: number) {
    this.disk = disk
    this.emulator = emulator
    this.#file = file
    const ready = Promise.withResolvers<void>()
    this.#agentReady = ready.promise
    this.#agent = new AgentConnection((text) => emulator.send(1, text), ready.resolve)
    emulator.onByte(1, (byte) => this.#agent.receive(byte))
  }

  /** Boots a copy of the disk, calls `use` with the machine, and switches it off. Returns the copy’s path. */
  static async runOnCopy(
    from: BootFiles,
    folder: string,
    use: (machine: BuildMachine) => Promise<void>,
  ): Promise<string> {
    const disk = join(folder, 'disk.img')
    runTool('cp', ['--sparse=always', from.disk, disk])
    const machine = await BuildMachine.#boot({ ...from, disk })
    try {
      await use(machine)
    } finally {
      await machine.#close()
    }
    return disk
  }

  static async #boot(files: BootFiles): Promise<BuildMachine> {
    const file = openSync(files.disk, 'r+')
    const disk = new ChunkedDisk({
      bytes: diskMegabytes << 20,
      chunkBytes,
      recent: 256,
      read: (chunk) => {
        const bytes = new Uint8Array(chunkBytes)
        readSync(file, bytes, 0, chunkBytes, chunk * chunkBytes)
        return bytes
      },
      onFailure: (error) => {
        throw error
      },
    })
    const emulator = await startEmulator({
      program: readV86Program(),
      memory: memoryBytes,
      bios: readBuffer(biosFile),
      vgaBios: readBuffer(vgaBiosFile),
      disk,
      from: { kind: 'boot', kernel: readBuffer(files.kernel), initrd: readBuffer(files.initrd), commandLine },
    })
    const machine = new BuildMachine(disk, emulator, file)
    await machine.#waitForPrompt()
    await machine.#agentReady
    return machine
  }

  /**
   * Runs a script in the machine. Throws with its output if it fails. The time limit is long because a low-priority
   * build on a busy computer is slow.
   */
  async run(script: string, timeoutMinutes = 90): Promise<string> {
    const { exitCode, output } = await this.#agent.run(script, timeoutMinutes * 60_000)
    const text = new TextDecoder().decode(output)
    if (exitCode !== 0) throw new Error(`Exit code ${exitCode} in the machine from:\n${script}\n\n${text}`)
    return text
  }

  /** Moves the machine’s writes into the disk file, so that its saved state no longer contains them. */
  writeDisk(): void {
    for (const [page, bytes] of this.disk.written)
      writeSync(this.#file, bytes, 0, bytes.length, page * bytes.length)
    this.disk.forgetWritten()
  }

  async #close(): Promise<void> {
    await this.emulator.destroy()
    closeSync(this.#file)
  }

  /** Resolves at the marker of the shell’s first prompt. Rejects with the console’s output if none comes. */
  #waitForPrompt(): Promise<void> {
    let consoleOutput = ''
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The machine did not show a prompt:\n${consoleOutput}`)),
        90 * 60_000,
      )
      this.emulator.onByte(0, (byte) => {
        consoleOutput += String.fromCharCode(byte)
        if (process.env.LAB_CONSOLE) process.stderr.write(String.fromCharCode(byte))
        if (!consoleOutput.endsWith('\x1b]133;A\x07')) return
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

function readBuffer(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
}
