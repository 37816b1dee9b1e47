export type ReadFileResult =
  | { kind: 'text'; text: string }
  | { kind: 'too-large'; bytes: number }
  /** The file was deleted or changed, or may not be read. */
  | { kind: 'failed' }

/** Reads a file as text, unless it is larger than `maxBytes`, which is checked before reading. */
export async function readFile(file: Blob, maxBytes: number): Promise<ReadFileResult> {
  if (file.size > maxBytes) return { kind: 'too-large', bytes: file.size }
  try {
    return { kind: 'text', text: await file.text() }
  } catch {
    return { kind: 'failed' }
  }
}
