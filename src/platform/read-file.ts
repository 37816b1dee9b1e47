export type ReadFile =
  | { kind: 'text'; text: string }
  | { kind: 'too-large'; bytes: number }
  /** The file is gone, changed under our hands, or may not be read. */
  | { kind: 'failed' }

/** A chosen or dropped file as text, unless it is larger than `maxBytes`: that is told before reading. */
export async function readFile(file: Blob, maxBytes: number): Promise<ReadFile> {
  if (file.size > maxBytes) return { kind: 'too-large', bytes: file.size }
  try {
    return { kind: 'text', text: await file.text() }
  } catch {
    return { kind: 'failed' }
  }
}
