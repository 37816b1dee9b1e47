import type { MachineFailure } from 'docker-in-browser'

/** What happened, what is safe and what to do, for a machine that was started in the page. */
export function failureMessage(
  failure: MachineFailure,
  { hasRun, isPersisted }: { hasRun: boolean; isPersisted: boolean },
): string {
  if (failure === 'network' && hasRun)
    return 'The machine needed a part of its disk, and there was no connection. It has stopped: what you did in it is lost, but your progress is saved.'
  if (failure === 'network' && !isPersisted)
    return 'The connection was lost, and the browser has no room to store what had arrived. Start again once you are back online.'
  if (failure === 'canceled' && !isPersisted)
    return 'Canceled. The browser has no room to store what had arrived, so the next start downloads it again.'
  return failureMessages[failure]
}

/** Why the image is not available, before any machine was started. */
export function imageFailureMessage(failure: MachineFailure): string {
  return failure === 'network'
    ? 'The machine’s image cannot be reached: there is no connection, or the site does not respond. Until it does, you can use your own Docker.'
    : failureMessages[failure]
}

/** While the server is getting the image. */
export const preparationMessage =
  'The machine for this tab is being prepared on the computer that serves this site. You can start it here as soon as it is ready; this page need not be reloaded. Until then, you can use your own Docker.'

/** Shown above the reason why the server could not get the image. */
export const preparationFailedMessage =
  'The machine that runs in a browser tab could not be prepared. You can use your own Docker instead.'

/** The same for a machine that was not started. */
export const failureMessages = {
  'no-image':
    'This site does not have the machine that runs in a browser tab. You can use your own Docker instead.',
  'broken-manifest':
    'The machine’s image on this site is damaged, or newer than this page. Reload the page. If that doesn’t help, please tell whoever runs the site; until then, you can use your own Docker.',
  'no-webassembly':
    'This browser does not run WebAssembly, which the machine needs. Current versions of Firefox, Chrome, Edge and Safari do; some lockdown modes turn it off.',
  memory:
    'This device has not enough free memory for the machine. Close other tabs and try again, or use a computer with 4 GB or more.',
  network:
    'The connection was lost. What has arrived is saved; start again, and the download continues where it stopped.',
  'broken-part':
    'A part of the image arrived damaged twice and was discarded. Try again later; if it happens again, the copy on this server is damaged.',
  'storage-full':
    'The browser has no room to store the machine. Free some space and try again. You can still start labs; they download what they need each time.',
  canceled: 'Canceled. What has arrived is saved; start again, and the download continues where it stopped.',
  crashed: 'The machine has stopped. Your progress is saved. Start it again: a fresh one takes seconds.',
} satisfies Record<MachineFailure, string>
