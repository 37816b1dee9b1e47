/** For tests of what uses a machine: one that answers as it is told, and an image and a network to download it from. */
export { openImageCache } from '../src/worker/image-cache.ts'
export { fakeImage, manifestAddress } from './fake-image.ts'
export { fakeWeb } from './fake-web.ts'
export { type MachineScript, scriptedMachine } from './scripted-machine.ts'
