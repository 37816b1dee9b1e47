/** The dark squares of a QR code as one SVG path: a rectangle for each run in a row. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) =>
      runs(row)
        .map(({ at, length }) => `M${at} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
}

function runs(row: readonly boolean[]): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = []
  row.forEach((isDark, at) => {
    const last = found.at(-1)
    if (!isDark) return
    if (last && last.at + last.length === at) last.length += 1
    else found.push({ at, length: 1 })
  })
  return found
}
