import { looksLikeValue } from './looks-like-value.ts'

/** Characters that start a formula, and variants that some spreadsheets and input methods treat alike. */
const formulaPrefixes = new Set('=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋')

/** Other programs may treat these as the end of a cell, whatever separator the file has. */
const separators = new Set(',;|\t\r\n')

/** Spreadsheets that trim cells skip these; quotation marks are lost when a cell is split at the wrong character. */
const blank = /[\s"'\p{Cc}\p{Cf}]/u

const wholeNumber = /^-?(0|[1-9]\d{0,14})$/

/**
 * Escapes text so that a spreadsheet shows it as it is. Names are untrusted input, and a formula in one would run; a leading
 * apostrophe makes it text.
 */
export function escapeFormulas(text: string): string {
  if (wholeNumber.test(text)) return text
  const safe = neutralizeFormulas(text)
  return looksLikeValue(text) ? `'${safe}` : safe
}

function neutralizeFormulas(text: string): string {
  let safe = ''
  let isStart = true
  for (const character of text) {
    if (isStart && formulaPrefixes.has(character)) safe += "'"
    safe += character
    isStart = separators.has(character) || (isStart && blank.test(character))
  }
  return safe
}
