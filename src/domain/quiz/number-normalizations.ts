import type { Normalization } from '../typed/normalization.ts'

/** For items that ask for a number: its spellings, its unit and the words around it. None for other items. */
export function numberNormalizations(accept: readonly string[]): Normalization[] {
  if (!accept.some((form) => /^\d+$/.test(form))) return []
  const description = 'as a plain number'
  return [
    {
      description,
      apply: (text) => text.replace(/^(?:[~≈]|(?:about|around|approx\.?|ca\.?|circa)\s)\s*(?=\d)/i, ''),
    },
    { description, apply: stripUnit(findUnits(accept)) },
    { description, apply: (text) => (digitGroups.test(text) ? text.replace(/\D/g, '') : text) },
    // Three zeros would be thousands.
    { description, apply: (text) => text.replace(/^(\d+)[.,]0{1,2}$/, '$1') },
  ]
}

/** In threes, or as in India: 1,00,000. */
const digitGroups = /^\d{1,3}(?:[ .,'_\u066c]\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/

function findUnits(accept: readonly string[]): string[] {
  return accept.flatMap((form) => /^\d+\s*([a-z]+)$/i.exec(form)?.[1] ?? [])
}

/** Removes a unit that an accepted form has, also if it is abbreviated: `sec` and `secs` for `seconds`. */
function stripUnit(units: readonly string[]) {
  return (text: string) =>
    text.replace(/^(\d[\d .,']*?)\s*([a-z]+)\.?$/i, (whole, amount: string, unit: string) => {
      const forms = [unit.toLowerCase(), unit.toLowerCase().replace(/(?<=.)s$/, '')]
      return units.some((known) => forms.some((form) => known.startsWith(form))) ? amount : whole
    })
}
