import { join } from 'node:path'

export { hostBuildProblem, hostPackages } from './host-tools.ts'
export { readStepLine, type StepLine } from './step-lines.ts'

/** The program that builds the image into the folder of the image. It prints a line for each step. */
export const builderProgram = join(import.meta.dirname, 'build.ts')
