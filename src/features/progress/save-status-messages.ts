import type { SaveStatus } from '#store/save-status.ts'

/** What happened, what is safe and what to do. */
export type SaveStatusMessage = { title: string; text: string }

const inMemoryOnly = 'What you do now stays in this tab until you close it.'

/** The message for a save status. `unknown` is before storage has been read. */
export function saveStatusMessage(saveStatus: SaveStatus): SaveStatusMessage {
  switch (saveStatus.kind) {
    case 'unknown':
      return { title: 'Checking…', text: 'Reading what this browser has saved.' }
    case 'saved':
      return {
        title: 'Progress is saved in this browser.',
        text: 'It is only on this device. A backup moves it to another one.',
      }
    case 'forbidden':
      return {
        title: 'This browser does not let the site save anything.',
        text: `${inMemoryOnly} To keep it, save a backup before you leave, or allow site data for this address.`,
      }
    case 'full':
      return {
        title: 'This browser’s storage is full.',
        text: `What was saved before is safe. ${inMemoryOnly} Save a backup, then free space by clearing the data of sites you no longer need. What is in this tab is saved once there is room.`,
      }
    case 'newer':
      return {
        title: 'A newer version of the course has saved progress here.',
        text: `That progress is safe: this older page leaves it alone. ${inMemoryOnly} If you answered anything, save a backup, then reload the page.`,
      }
    case 'unrecoverable':
      return {
        title: 'The progress saved in this browser can’t be read.',
        text: `It was left as it is because there is no room to set it aside. ${inMemoryOnly} Save a backup, then free space by clearing the data of sites you no longer need. (${saveStatus.reason})`,
      }
    default:
      return saveStatus satisfies never
  }
}
