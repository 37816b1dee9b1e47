import type { Rewriting } from '../typed/rewriting.ts'

/** For an item that asks for a number: spellings of it, its unit, and words around it. None for other items. */
export function numberRewritings(accept: readonly string[]): Rewriting[] {
  if (!accept.some((form) => /^\d+$/.test(form))) return []
  const says = 'as a plain number'
  return [
    {
      says,
      rewrite: (text) => text.replace(/^(?:[~≈]|(?:about|around|approx\.?|ca\.?|circa)\s)\s*(?=\d)/i, ''),
    },
    { says, rewrite: withoutUnit(unitsIn(accept)) },
    { says, rewrite: (text) => (isGrouped.test(text) ? text.replace(/\D/g, '') : text) },
    // With three zeros it would be thousands.
    { says, rewrite: (text) => text.replace(/^(\d+)[.,]0{1,2}$/, '$1') },
  ]
}

/** In threes, or as in India: 1,00,000. */
const isGrouped = /^\d{1,3}(?:[ .,'_\u066c]\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/

function unitsIn(accept: readonly string[]): string[] {
  return accept.flatMap((form) => /^\d+\s*([a-z]+)$/i.exec(form)?.[1] ?? [])
}

/** Leaves out a unit that an accepted form has, also in another short form: `sec` and `secs` for `seconds`. */
function withoutUnit(units: readonly string[]) {
  return (text: string) =>
    text.replace(/^(\d[\d .,']*?)\s*([a-z]+)\.?$/i, (whole, amount: string, unit: string) => {
      const forms = [unit.toLowerCase(), unit.toLowerCase().replace(/(?<=.)s$/, '')]
      return units.some((known) => forms.some((form) => known.startsWith(form))) ? amount : whole
    })
}
