const unitBytes: Record<string, number> = {
  b: 1,
  kb: 1000,
  mb: 1000 ** 2,
  gb: 1000 ** 3,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
}

/**
 * Parses a typed size such as `900 MB`, `1.5GiB` or `24` to bytes; undefined if it is not a size. Units are decimal
 * (MB) or binary (MiB), as written.
 */
export function parseByteSize(text: string): number | undefined {
  const found = /^([\d,]*\.?\d+)\s*([kmg]?i?b)?$/i.exec(text.trim())
  if (!found) return undefined
  const count = Number(found[1]?.replaceAll(',', ''))
  const unit = unitBytes[(found[2] ?? 'B').toLowerCase()]
  return unit === undefined || Number.isNaN(count) ? undefined : Math.round(count * unit)
}
