import { inflateSync } from 'node:zlib'

/**
 * How many pages a PDF has. A page is an object of `/Type /Page`; it may lie plain in the file or inside
 * a compressed object stream, so those are opened first.
 */
export function pageCount(pdf: Buffer): number {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/\/Type\s*\/ObjStm[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) =>
    inflated(pdf.subarray(index + head.length)),
  )
  return [text, ...streams].join('\n').match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}

/** Bytes after the end of the stream do not matter: the format marks its own end. */
function inflated(bytes: Buffer): string {
  return inflateSync(bytes).toString('latin1')
}
