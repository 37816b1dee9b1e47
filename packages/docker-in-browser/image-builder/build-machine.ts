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
  // There is one processor, and nobody else's secrets on it.
  'tsc=reliable mitigations=off init_on_alloc=0 hardened_usercopy=off nowatchdog audit=0',
  // Go's threads look around every 20 microseconds; every tick of the clock, 4 ms, is enough.
  'highres=off',
  'random.trust_cpu=on cgroup_no_v1=all',
].join(' ')

export type BootFiles = { disk: string; kernel: string; initrd: string }

/** A machine that is booted at build time from a disk file, which takes what the machine writes when it is told to. */
export class BuildMachine {
  readonly disk: ChunkedDisk
  readonly emulator: Emulator
  #agent: AgentConnection
  /** Settled by the agent's first sign of life: what is sent before is lost. */
  #agentAwake: Promise<void>
  #file: number

  private constructor(disk: ChunkedDisk, emulator: Emulator, file: number) {
    this.disk = disk
    this.emulator = emulator
    this.#file = file
    let tell = () => {}
    this.#agentAwake = new Promise((resolve) => {
      tell = resolve
    })
    this.#agent = new AgentConnection((text) => emulator.send(1, text), tell)
    emulator.onByte(1, (byte) => this.#agent.receive(byte))
  }

  /** Boots a copy of the disk, lets `work` use the machine, and switches it off. Returns the copy. */
  static async onCopy(
    from: BootFiles,
    folder: string,
    command: (machine: BuildMachine) => Promise<void>,
  ): Promise<string> {
    const disk = join(folder, 'disk.img')
    runTool('cp', ['--sparse=always', from.disk, disk])
    const machine = await BuildMachine.#boot({ ...from, disk })
    try {
      await command(machine)
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
      bios: bufferOf(biosFile),
      vgaBios: bufferOf(vgaBiosFile),
      disk,
      from: { kind: 'boot', kernel: bufferOf(files.kernel), initrd: bufferOf(files.initrd), commandLine },
    })
    const machine = new BuildMachine(disk, emulator, file)
    await machine.#prompt()
    await machine.#agentAwake
    return machine
  }

  /**
   * Runs a script in the machine; throws with its output when it fails. It has plenty of time: a build at low priority on
   * a busy computer is slow.
   */
  async run(script: string, minutes = 90): Promise<string> {
    const { exitCode, output } = await this.#agent.run(script, minutes * 60_000)
    const text = new TextDecoder().decode(output)
    if (exitCode !== 0) throw new Error(`In the machine, exit code ${exitCode} from:\n${script}\n\n${text}`)
    return text
  }

  /** What the machine has written goes into the disk's file, and is no longer part of its state. */
  writeDisk(): void {
    for (const [page, bytes] of this.disk.written)
      writeSync(this.#file, bytes, 0, bytes.length, page * bytes.length)
    this.disk.forgetWritten()
  }

  async #close(): Promise<void> {
    await this.emulator.destroy()
    closeSync(this.#file)
  }

  /** The mark before the shell's first prompt. What the kernel said is shown when it doesn't come. */
  #prompt(): Promise<void> {
    let seen = ''
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The machine did not come to its prompt:\n${seen}`)),
        90 * 60_000,
      )
      this.emulator.onByte(0, (byte) => {
        seen += String.fromCharCode(byte)
        if (process.env.LAB_CONSOLE) process.stderr.write(String.fromCharCode(byte))
        if (!seen.endsWith('\x1b]133;A\x07')) return
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
}
