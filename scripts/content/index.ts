/** The entry of the content compiler for the rest of the project; see the README.md in this folder. */
export { compileCourse, itemGroups } from './compile.ts'
export { filesOnDisk } from './content-files.ts'
export { statisticsTable } from './giveaway/statistics-table.ts'
export { jsonSchemaFiles } from './json-schemas.ts'
export { labOutputPath } from './lab-output-path.ts'
export { isSolvedByRecording } from './lab-rules.ts'
export { createLessonFiles } from './lesson-template.ts'
export {
  areaFolders,
  areaPages,
  fixedPages,
  labFileOf,
  labIdOf,
  labPageFiles,
  labPages,
  primerFiles,
} from './page-files.ts'
export { formatProblems } from './problem.ts'
export { type RecordingFiles, recordingScriptsPath, recordingsPath } from './recording-files.ts'
export { shippedIdsFile, shippedIdsText } from './shipped-ids.ts'
export { readShop, shopFilesAt, shopReadme, shopSteps } from './shop.ts'
export { contentPlugin } from './vite-plugin.ts'
