import type { SaveStatus } from '#store/save-status.ts'

/** What happened, what is safe, what to do. */
export type SaveStatusMessage = { title: string; text: string }

const inMemoryOnly = 'What you do now is kept in this tab until you close it.'

/** How saving goes, in words. `unknown` is before anything was looked at. */
export function saveStatusMessage(saving: SaveStatus): SaveStatusMessage {
  switch (saving.kind) {
    case 'unknown':
      return { title: 'Looking …', text: 'Reading what this browser has kept.' }
    case 'saved':
      return {
        title: 'Progress is kept in this browser.',
        text: 'It is on this device only. A backup takes it to another one.',
      }
    case 'forbidden':
      return {
        title: 'This browser does not let the site keep anything.',
        text: `${inMemoryOnly} To keep it, save a backup before you leave, or allow site data for this address.`,
      }
    case 'full':
      return {
        title: 'The storage of this browser is full.',
        text: `What was kept before is safe. ${inMemoryOnly} Save a backup, then free space by clearing the data of sites you no longer need.`,
      }
    case 'newer':
      return {
        title: 'A newer version of the course has kept progress here.',
        text: `That progress is safe: this older page leaves it alone. ${inMemoryOnly} Save a backup of it if you answered anything, then reload the page.`,
      }
    case 'stuck':
      return {
        title: 'The progress kept in this browser can’t be read.',
        text: `It was left as it is, since there is no room to set it aside. ${inMemoryOnly} Save a backup, then free space by clearing the data of sites you no longer need. (${saving.reason})`,
      }
    default:
      return saving satisfies never
  }
}
