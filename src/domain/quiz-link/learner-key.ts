import { normalizeText } from '../typed/normalize-characters.ts'
import type { LearnerName } from './link-attempt.ts'

/** The same for a name and group that differ only in case, width, accents' encoding or spaces. */
export function learnerKey({ name = '', group = '' }: LearnerName): string {
  return `${normalizeName(name)}\n${normalizeName(group)}`
}

function normalizeName(name: string): string {
  return normalizeText(name).toLowerCase()
}
