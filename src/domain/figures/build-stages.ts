import type { FigureState } from './figure-state.ts'
import { formatSize } from './format-size.ts'

/** Plate 3.2: which stages of a Dockerfile are built for a target, and which of their files are in the image. */
export type StageFile = { name: string; bytes: number }

export type Stage = {
  name: string
  from: string
  files: StageFile[]
  /** A command that writes no file. */
  runs?: string
  /** The stage whose `/api` it copies with `COPY --from`. */
  copiesFrom?: string
}

export type StagePlan = { stages: Stage[]; target: string }

/** Whether a stage is part of the image, is built but stays in the build cache, or is not built. */
export type StageFate = 'ships' | 'cached' | 'skipped'

/** From the lesson’s recorded builds: 70.3 MB with the compiler, 96 kB without. */
const sdk: StageFile = { name: 'sdk', bytes: 70_180_000 }
const source: StageFile = { name: 'api.c', bytes: 6_364 }
const program: StageFile = { name: '/api', bytes: 96_000 }

const build: Stage = { name: 'build', from: 'sdk:1.0', files: [sdk, source, program] }
const test: Stage = { name: 'test', from: 'build', files: [], runs: 'RUN /api health' }
const prod: Stage = { name: 'prod', from: 'scratch', files: [program], copiesFrom: 'build' }

export const planIds = ['one', 'two', 'target', 'unneeded', 'tested'] as const
export type PlanId = (typeof planIds)[number]

export const plans: Record<PlanId, StagePlan> = {
  one: { stages: [build], target: 'build' },
  two: { stages: [build, prod], target: 'prod' },
  target: { stages: [build, prod], target: 'build' },
  unneeded: { stages: [build, test, prod], target: 'prod' },
  tested: { stages: [build, test, prod], target: 'test' },
}

/** BuildKit starts at the target and walks back along `FROM` and `COPY --from`. */
export function stagesBuilt({ stages, target }: StagePlan): string[] {
  const stage = stages.find(({ name }) => name === target)
  if (!stage) return []
  const needed = [stage.from, stage.copiesFrom ?? ''].flatMap((name) => stagesBuilt({ stages, target: name }))
  return [...new Set([...needed, stage.name])]
}

export function fateOf(plan: StagePlan, name: string): StageFate {
  if (stagesInImage(plan).some((stage) => stage.name === name)) return 'ships'
  return stagesBuilt(plan).includes(name) ? 'cached' : 'skipped'
}

/** The target and the stages that it is based on, the lowest first: all of them are in its image. */
function stagesInImage({ stages, target }: StagePlan): Stage[] {
  const stage = stages.find(({ name }) => name === target)
  return stage ? [...stagesInImage({ stages, target: stage.from }), stage] : []
}

export function shippedFiles(plan: StagePlan): StageFile[] {
  return stagesInImage(plan).flatMap(({ files }) => files)
}

export function shippedBytes(plan: StagePlan): number {
  return shippedFiles(plan).reduce((sum, { bytes }) => sum + bytes, 0)
}

export const planLabels: Record<PlanId, string> = {
  one: 'One stage',
  two: 'Two stages',
  target: '--target build',
  unneeded: 'Unused tests',
  tested: '--target test',
}

export function describePlan(id: PlanId): string {
  const weight = formatSize(shippedBytes(plans[id]))
  switch (id) {
    case 'one':
      return `One stage: the compiler, the source and the program all ship. The image is ${weight}.`
    case 'two':
      return `Two stages: \`prod\` starts empty and takes only \`/api\` from \`build\`, so the image is ${weight}. The \`build\` stage was built too, and stays in the builder’s cache.`
    case 'target':
      return `\`--target build\` makes \`build\` the image, all ${weight} of it. It needs nothing from \`prod\`, so \`prod\` is skipped.`
    case 'unneeded':
      return `A \`test\` stage that nothing copies from: on the way back from \`prod\`, BuildKit never reaches it. No test runs, the build is green, and the image is ${weight}.`
    case 'tested':
      return `\`--target test\` builds \`test\` and the stage it starts from. The tests run; \`prod\`, which they don’t need, is skipped.`
    default:
      return id satisfies never
  }
}

export const figureStates: FigureState<PlanId>[] = planIds.map((id) => ({
  id,
  value: id,
  label: planLabels[id].replace(/^--.*/, '`$&`'),
  description: describePlan(id),
}))
