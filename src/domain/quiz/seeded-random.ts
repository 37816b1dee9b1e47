import type { RandomSource } from './item-schema.ts'

/**
 * A seeded random generator. A seed must give the same numbers on every machine forever, because a quiz link stores only
 * the seed: changing a constant here changes every link already sent.
 *
 * sfc32 is the "Small Fast Counter" of PractRand by Chris Doty-Humphrey (https://pracrand.sourceforge.net,
 * public domain); its four words of state come from a 128-bit hash of the text, after cyrb128 in
 * https://github.com/bryc/code/blob/master/jshash/PRNGs.md (public domain).
 */
export function seededRandom(seed: string): RandomSource {
  let [a, b, c, counter] = hash128(seed)
  return () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
}

function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let index = 0; index < text.length; index++) {
    const codeUnit = text.charCodeAt(index)
    h1 = h2 ^ Math.imul(h1 ^ codeUnit, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ codeUnit, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ codeUnit, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ codeUnit, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  h1 ^= h2 ^ h3 ^ h4
  return [h1, h2 ^ h1, h3 ^ h1, h4 ^ h1]
}

/** A new list in another order: Fisher and Yates, every order equally likely. */
export function shuffle<T>(list: readonly T[], random: RandomSource): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    // Both indexes are inside the list, so the values are there even where T includes undefined.
    const copy = result[last] as T
    result[last] = result[other] as T
    result[other] = copy
  }
  return result
}
