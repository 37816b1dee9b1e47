import { imageFailureMessage, preparationFailedMessage, preparationMessage } from './failure-messages.ts'
import type { ImageState } from './use-image.ts'

/** The text about the image before a machine is started; undefined if there is nothing to say. */
export function imageStatusText(image: ImageState): string | undefined {
  switch (image.kind) {
    case 'unknown':
      return undefined
    case 'preparing':
      return preparationMessage
    case 'found':
      return image.wasUnavailable ? 'The machine is prepared. You can start it now.' : undefined
    case 'missing':
      return image.reason === undefined ? imageFailureMessage(image.failure) : preparationFailedMessage
    default:
      return image satisfies never
  }
}
