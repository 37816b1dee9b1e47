/** For tests of code that uses a machine: a scripted machine, and a small image with a network to download it from. */
export { openImageCache } from '../src/worker/image-cache.ts'
export { fakeImage, manifestAddress } from './fake-image.ts'
export { fakeWeb } from './fake-web.ts'
export { type MachineResponses, scriptedMachine } from './scripted-machine.ts'
