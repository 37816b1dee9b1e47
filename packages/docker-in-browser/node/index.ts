/** The same machine under Node, and what its tools need of the image. */
export { cacheFolder, hashOf, hashOfFiles } from '../image-builder/cached-steps.ts'
export { HeadlessMachine, readImage, type Typed } from './headless-machine.ts'
