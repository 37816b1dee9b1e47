import { join } from 'node:path'

export { hostBuildProblem, hostPackages } from './host-tools.ts'
export { readStepLine, type StepLine } from './step-lines.ts'

/** The program that builds the image into the image folder. It prints a line when a step starts or finishes. */
export const builderProgram = join(import.meta.dirname, 'build.ts')
