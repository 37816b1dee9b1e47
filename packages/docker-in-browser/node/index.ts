/** The machine under Node, and what tools need to know about the image. */
export { cacheFolder, hashOf, hashOfFiles } from '../image-builder/cached-steps.ts'
export { HeadlessMachine, readImage, type TypedCommand } from './headless-machine.ts'
