/** Digits with the characters of dates, times, amounts and powers: "3-1" would become March 1, "007" would become 7. */
const numberLike = /^(?=.*\p{Nd})[\p{Nd}(.,\p{Sc}][\p{Nd}\s.,:/()\-–eE+%\p{Sc}年月日년월일]*([ap]\.?m\.?)?$/iu

/** The signs and digits that a date has besides its words. */
const besidesWords = /[\p{Nd}\s./,\-–]/gu

/** "Dec-1", "1. Mai" and "mars 2026" would become dates too, in a spreadsheet of that language. */
const languages =
  'en de fr es it pt nl pl cs sk sl hr da sv nb fi hu ro tr ru uk el bg lt lv et he ar fa hi id vi th'.split(
    ' ',
  )

/** "true" in the languages whose spreadsheets convert such a word when they open a file, and "false". */
const truthValues = new Set(
  'true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar prawda fałsz pravda nepravda sand falsk sant usann falskt tosi epätosi igaz hamis adevărat fals doğru yanlış истина ложь істина αληθης ψευδης'.split(
    ' ',
  ),
)

/** Whether a spreadsheet would convert this text to a number, a date, a time, an amount or a truth value. */
export function looksLikeValue(text: string): boolean {
  // Spreadsheets convert full-width digits too.
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return numberLike.test(plain) || truthValues.has(plain) || looksLikeDate(plain)
}

function looksLikeDate(plain: string): boolean {
  if (!/\p{Nd}/u.test(plain)) return false
  const words = plain.replace(besidesWords, ' ').split(' ').filter(Boolean)
  return words.length > 0 && words.length <= 2 && words.every((word) => dateWords().has(word))
}

let knownDateWords: ReadonlySet<string> | undefined

/** The names of months and weekdays, as they stand alone and as they stand in a date, long and short. */
function dateWords(): ReadonlySet<string> {
  knownDateWords ??= new Set(languages.flatMap(dateWordsOf))
  return knownDateWords
}

function dateWordsOf(language: string): string[] {
  const formats = (['long', 'short'] as const).flatMap((style) => [
    new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }),
  ])
  // Days 29 days apart: every month of a year, and every day of a week.
  const days = Array.from({ length: 13 }, (_, index) => new Date(Date.UTC(2027, 0, 2 + 29 * index)))
  return formats.flatMap((format) =>
    days.flatMap((day) =>
      format
        .formatToParts(day)
        .filter(({ type }) => type === 'month' || type === 'weekday')
        .map(({ value }) => value.normalize('NFKC').replace(/\./g, '').toLowerCase()),
    ),
  )
}
