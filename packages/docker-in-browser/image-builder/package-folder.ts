import { join } from 'node:path'

/** The folder of this package, and what of it goes into the machine. */
export const packageFolder = join(import.meta.dirname, '..')
export const guestFolder = join(import.meta.dirname, 'guest')
