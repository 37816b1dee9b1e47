import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The files that the compiler reads, by path from the project's root. Tests use files in memory. */
export type ContentFiles = {
  read: (path: string) => string | undefined
  /** Names of the folders inside a folder, sorted; empty if it does not exist. */
  folders: (path: string) => string[]
  /** Paths of all files below a folder, relative to it, sorted; empty if it does not exist. */
  files: (folder: string) => string[]
}

export function filesOnDisk(root: string): ContentFiles {
  return {
    read: (path) => {
      const full = join(root, path)
      return existsSync(full) ? readFileSync(full, 'utf8') : undefined
    },
    folders: (path) => {
      const full = join(root, path)
      if (!existsSync(full)) return []
      const entries = readdirSync(full, { withFileTypes: true })
      return entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .toSorted()
    },
    files: (folder) => {
      const full = join(root, folder)
      if (!existsSync(full)) return []
      const entries = readdirSync(full, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(full, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .toSorted()
    },
  }
}

export function filesInMemory(files: Record<string, string>): ContentFiles {
  return {
    read: (path) => files[path],
    folders: (path) => {
      const inside = Object.keys(files).filter((file) => file.startsWith(`${path}/`))
      const names = inside.map((file) => file.slice(path.length + 1).split('/'))
      return [
        ...new Set(names.filter((parts) => parts.length > 1).flatMap((parts) => parts.slice(0, 1))),
      ].toSorted()
    },
    files: (folder) =>
      Object.keys(files)
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1))
        .toSorted(),
  }
}
