import type { MachineFailure } from 'docker-in-browser'

/** What happened, what is safe, what to do: of a machine that was started in the page. */
export function failureMessage(
  failure: MachineFailure,
  { hasRun, isPersisted }: { hasRun: boolean; isPersisted: boolean },
): string {
  if (failure === 'network' && hasRun)
    return 'The machine needed a part of its disk, and there was no connection. It has stopped: what you did in it is lost, your progress is kept.'
  if (failure === 'network' && !isPersisted)
    return 'The connection was lost, and the browser has no room to keep what had arrived. Start again once there is a connection.'
  if (failure === 'cancelled' && !isPersisted)
    return 'Cancelled. The browser has no room to keep what had arrived; starting again downloads it anew.'
  return failureMessages[failure]
}

/** The same where none was started. */
export const failureMessages = {
  'no-image':
    'The machine’s image is not on this server. The steps below can be read, and done on a Docker of your own.',
  'no-webassembly':
    'This browser runs no WebAssembly, which the machine is made of. A current Firefox, Chrome, Edge or Safari does; some lock-down modes switch it off.',
  memory:
    'This device has not enough free memory for the machine. Close other tabs and try again, or use a computer with 4 GB or more.',
  network:
    'The connection was lost. What has arrived is kept; start again and the download goes on where it stopped.',
  'broken-part':
    'A part of the image arrived broken, twice, and was thrown away. Try again later; if it happens again, the copy on this server is damaged.',
  'storage-full':
    'The browser has no room to keep the machine. Free some space and try again. Labs can be started all the same; they download what they need each time.',
  cancelled: 'Cancelled. What has arrived is kept; start again and the download goes on where it stopped.',
  crashed: 'The machine has stopped. Your progress is kept. Start it again: a fresh one takes seconds.',
} satisfies Record<MachineFailure, string>
