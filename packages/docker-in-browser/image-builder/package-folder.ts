import { join } from 'node:path'

/** The root folder of this package. */
export const packageFolder = join(import.meta.dirname, '..')
/** The files that go into the guest. */
export const guestFolder = join(import.meta.dirname, 'guest')
