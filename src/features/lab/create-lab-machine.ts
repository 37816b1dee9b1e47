import { createMachine, type Machine } from 'docker-in-browser'
import { cacheLabCode } from '#platform/cache-lab-code.ts'
import { labImageLocation } from '#platform/lab-image.ts'

/** Creates a machine with this site’s image; it is off. */
export function createLabMachine(onNotPersisted: () => void): Machine {
  cacheLabCode()
  return createMachine({ ...labImageLocation(), onNotPersisted })
}
