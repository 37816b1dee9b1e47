import type { DecodedQuizLink } from '#domain/quiz-link/link-code.ts'
import { linkVersion } from '#domain/quiz-link/quiz-link.ts'

export type InvalidLink = Exclude<DecodedQuizLink, { kind: 'ok' }>

/** Why a link cannot be opened, and what to do. */
export function invalidLinkMessage(invalidLink: InvalidLink): {
  title: string
  problem: string
  nextStepText: string
} {
  switch (invalidLink.kind) {
    case 'truncated':
      return {
        title: 'Part of this link is missing',
        problem:
          'The address ends too early. Some email and chat programs cut long links or break them in two.',
        nextStepText:
          'Copy the whole link and open it again. If it was already cut when you got it, ask for it again, as a file or a QR code.',
      }
    case 'corrupted':
      return {
        title: 'This link was changed along the way',
        problem: 'All of it is here, but some of its characters aren’t the ones it was made with.',
        nextStepText:
          'Open it from the message it came in rather than typing it. If that doesn’t help, ask for it again.',
      }
    case 'newer':
      return {
        title: 'This link is newer than this page',
        problem: `It uses version ${invalidLink.version}; this page reads up to version ${linkVersion}.`,
        nextStepText: 'Reload the page to get the latest version of the course, then open the link again.',
      }
    case 'invalid':
      return {
        title: 'This isn’t a quiz the course can run',
        problem: 'There is no quiz link here that this course can use.',
        nextStepText:
          'Check that you copied the right link. If you did, ask whoever sent it to make a new one.',
      }
    default:
      return invalidLink satisfies never
  }
}
