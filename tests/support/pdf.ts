import { inflateSync } from 'node:zlib'

/**
 * The number of pages of a PDF. A page is an object with `/Type /Page`, either directly in the file or in a compressed
 * object stream, so streams are decompressed first.
 */
export function pageCount(pdf: Buffer): number {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/\/Type\s*\/ObjStm[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) =>
    inflated(pdf.subarray(index + head.length)),
  )
  return [text, ...streams].join('\n').match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}

/** Bytes after the stream are ignored, because the format marks its own end. */
function inflated(bytes: Buffer): string {
  return inflateSync(bytes).toString('latin1')
}
