import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders in which Debian for i386 installs shared libraries. */
const libraryFolders = ['usr/lib/i386-linux-gnu', 'lib/i386-linux-gnu', 'usr/lib', 'lib']

/**
 * The shared libraries that programs need, directly or through other libraries, as paths in the root filesystem. They
 * are read from the ELF files, because not every host can run the loader, which is an i386 program.
 */
export function findLibraries(root: string, programs: readonly string[]): string[] {
  const pathsByName = new Map<string, string>()
  const pending = [...programs]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const name of readNeededLibraries(readFileSync(join(root, file)))) {
      if (pathsByName.has(name)) continue
      const folder = libraryFolders.find((candidate) => existsSync(join(root, candidate, name)))
      if (!folder) throw new Error(`${file} needs ${name}, which is not in ${root}.`)
      pathsByName.set(name, `${folder}/${name}`)
      pending.push(`${folder}/${name}`)
    }
  }
  return [...pathsByName.values()].sort()
}

const tag = { end: 0, needed: 1, strings: 5 }
const segmentType = { loaded: 1, dynamic: 2 }

/** The names of the libraries that a 32-bit little-endian ELF file needs (DT_NEEDED). */
export function readNeededLibraries(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const word = (at: number) => view.getUint32(at, true)
  const [magic, is32Bit, isLittleEndian] = [0x464c_457f, 1, 1]
  if (bytes.length < 52 || word(0) !== magic || bytes[4] !== is32Bit || bytes[5] !== isLittleEndian)
    throw new Error('This is not a 32-bit ELF file.')

  const segments = Array.from({ length: view.getUint16(44, true) }, (_, index) => {
    const at = word(28) + index * view.getUint16(42, true)
    return { type: word(at), offset: word(at + 4), address: word(at + 8), size: word(at + 16) }
  })
  const dynamic = segments.find(({ type }) => type === segmentType.dynamic)
  if (!dynamic) return []
  const offsetOf = (address: number): number => {
    const segment = segments.find(
      ({ type, address: start, size }) =>
        type === segmentType.loaded && address >= start && address < start + size,
    )
    if (!segment) throw new Error(`The ELF file has nothing at address ${address.toString(16)}.`)
    return address - segment.address + segment.offset
  }

  const nameOffsets: number[] = []
  let strings = 0
  for (let at = dynamic.offset; at < dynamic.offset + dynamic.size && word(at) !== tag.end; at += 8) {
    if (word(at) === tag.needed) nameOffsets.push(word(at + 4))
    if (word(at) === tag.strings) strings = offsetOf(word(at + 4))
  }
  return nameOffsets.map((offset) => readString(bytes, strings + offset))
}

function readString(bytes: Uint8Array, at: number): string {
  return new TextDecoder().decode(bytes.subarray(at, bytes.indexOf(0, at)))
}
