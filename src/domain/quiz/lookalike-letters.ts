/** Cyrillic and Greek letters, and the Latin ones that they look like in most typefaces, often on the same key. */
const alphabets = [
  ['асԁеһіјорԛѕԝху', 'acdehijopqswxy'],
  ['АВСЕНІЈКМОРЅТХ', 'ABCEHIJKMOPSTX'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'],
] as const

const lookalikes = new Map(
  alphabets.flatMap(([letters, latin]) =>
    [...letters].map((letter, index) => [letter, latin.charAt(index)] as const),
  ),
)

/** In a text with Latin letters, because a word in another script is not a mistake. */
export function replaceLookalikeLetters(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text
  return text.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => lookalikes.get(letter) ?? letter)
}
