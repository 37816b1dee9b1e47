/** A Docker Engine in a browser tab: see README.md. */
export { createMachine, type MachineOptions, unsupportedReason } from './create-machine.ts'
export {
  type Machine,
  MachineError,
  type MachineFailure,
  type MachineState,
  type RunResult,
  toMachineFailure,
} from './machine.ts'
export { quoteShellArgument } from './quote-shell-argument.ts'
export { readImageSummary } from './read-image-summary.ts'
export {
  deleteStoredImage,
  downloadFullImage,
  readStoredImage,
  type StoredImage,
} from './stored-image.ts'
