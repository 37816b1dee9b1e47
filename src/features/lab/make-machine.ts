import { createMachine, type Machine } from 'docker-in-browser'
import { cacheLabCode } from '#platform/cache-lab-code.ts'
import { labImageLocation } from '#platform/lab-image.ts'

/** A machine of this site, which is off. */
export function makeMachine(onNotPersisted: () => void): Machine {
  cacheLabCode()
  return createMachine({ ...labImageLocation(), onNotPersisted })
}
