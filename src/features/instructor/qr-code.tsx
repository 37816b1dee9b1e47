import { useDeferredValue, useMemo } from 'react'
import { encode } from 'uqr'
import { qrPath } from './qr-path.ts'

/** The capacity of the largest QR code, in bytes, at the lowest error correction (ISO/IEC 18004, version 40-L). */
const capacity = 2953

/** The link as a QR code. Dark on light in both themes, because scanners need that. */
export function QrCode({ text: address }: { text: string }) {
  // Deferred, because encoding takes too long to do on every keystroke.
  const text = useDeferredValue(address)
  const code = useMemo(
    () => (text.length > capacity ? undefined : encode(text, { ecc: 'L', border: 4 })),
    [text],
  )
  if (!code) return <p className="text-sm">The link is too long for a QR code.</p>
  return (
    <figure>
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label="QR code of the link above"
        shapeRendering="crispEdges"
        className="h-auto w-full max-w-72"
      >
        <rect width={code.size} height={code.size} fill="#fff" />
        <path d={qrPath(code.data)} fill="#000" />
      </svg>
      <figcaption className="text-sm text-ink-soft">
        The same link, to scan.{code.size > 90 && ' The code is dense, so show it large.'}
      </figcaption>
    </figure>
  )
}
