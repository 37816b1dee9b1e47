export { type ImageFile, type ImageManifest, imageFilePath } from './image-manifest.ts'
export { allParts, bytesOf, type ImageSummary, summarizeImage } from './image-summary.ts'
