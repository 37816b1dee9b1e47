/** `48 MB` or `1.1 GB`; small numbers have one decimal. */
export function formatBytes(bytes: number): string {
  const isHuge = bytes >= 1_000_000_000
  const count = bytes / (isHuge ? 1_000_000_000 : 1_000_000)
  return `${count < 10 ? count.toFixed(1) : Math.round(count)} ${isHuge ? 'GB' : 'MB'}`
}
