const unitPowers = ['', 'k', 'm', 'g', 't']

/**
 * Parses a size as Docker does (go-units), in bytes; undefined if it is not a size. `base` is 1000 or 1024, whichever the
 * option uses for all units, however they are spelled: `10m`, `10MB` and `10MiB` are the same.
 */
export function parseDockerSize(text: string, base: 1000 | 1024): number | undefined {
  const [, digits, unit = ''] = /^(\d*\.?\d+) ?(?:b|([kmgt])(?:i?b)?)?$/i.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) * base ** unitPowers.indexOf(unit.toLowerCase())
}
