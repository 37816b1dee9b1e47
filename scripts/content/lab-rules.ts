import type { Lab } from '#domain/lab/lab.ts'
import { sandboxId } from '#domain/lab/lab-summary.ts'
import { findOutdatedOutput, type LabOutput } from '#domain/recording/lab-output.ts'
import { labOutputPath } from './lab-output-path.ts'
import { formatFound, type Problem } from './problem.ts'
import type { YamlDocument } from './read-yaml.ts'

/** A Markdown link in a lab’s text. */
const link = /\[[^\]]+\]\(([^)]*)\)/g

/**
 * A command that works in one folder only: `docker compose` without a file that is named from the root, or the build of
 * the current folder.
 */
const inFolder = /docker compose (?!-f \/)|\bbuild\b.* \.$/m

/** Checks that the schema of a lab cannot express. */
export function labProblems(lab: Lab, file: YamlDocument): Problem[] {
  const problems: Problem[] = []
  const report = (path: PropertyKey[], expected: string, found: string) =>
    problems.push({ file: file.file, line: file.lineOf(path), expected, found })
  if (lab.id === sandboxId) report(['id'], 'an id other than the sandbox’s', formatFound(lab.id))
  lab.steps.forEach((step, index) => {
    const { text, hint, learnt, check } = step
    for (const [field, value] of Object.entries({ text, hint, learnt })) {
      for (const [, address = ''] of (value ?? '').matchAll(link)) {
        const isValidAddress = address.startsWith('/') || address.startsWith('https://')
        if (!isValidAddress)
          report(['steps', index, field], 'a link that starts with / or https://', formatFound(address))
      }
    }
    // Solutions are typed one at a time, so an earlier step’s `cd` may not have been typed.
    if (inFolder.test(step.solution) && !/^cd \//m.test(step.solution))
      report(
        ['steps', index, 'solution'],
        'a solution that goes to its folder first',
        formatFound(step.solution),
      )
    if (check.shows === '') report(['steps', index, 'check', 'shows'], 'what the check must show', 'nothing')
    step.wrong.forEach(({ run = check.run, when }, wrongIndex) => {
      const error = errorWhenMissing(run)
      if (error && new RegExp(when, 'm').test(error))
        report(
          ['steps', index, 'wrong', wrongIndex, 'when'],
          `a pattern that “${error}” does not match`,
          formatFound(when),
        )
    })
  })
  return problems
}

/**
 * What a command prints if its file or image does not exist. Standard error counts as output, so a pattern that matches
 * this would give its feedback to learners who have done nothing yet.
 */
function errorWhenMissing(run: string): string | undefined {
  const [, file] = /^cat (\S+)$/.exec(run) ?? []
  if (file) return `cat: ${file}: No such file or directory`
  const [, image] = /^docker image inspect .*?([^\s']+)$/.exec(run) ?? []
  if (image)
    return `Error response from daemon: No such image: ${image.includes(':') ? image : `${image}:latest`}`
  const [, name] = /^docker inspect .*?([^\s']+)$/.exec(run) ?? []
  return name && `Error: No such object: ${name}`
}

/** Checks that a lab has recorded output, and that it was recorded from the current lab. */
export function labOutputProblems(lab: Lab, file: YamlDocument, output: LabOutput | undefined): Problem[] {
  const outputFile = labOutputPath(file.file)
  if (!output)
    return [
      { file: outputFile, line: 1, expected: `a recording; ${howToRecord(lab)}`, found: 'no such file' },
    ]
  const changed = findOutdatedOutput(lab, output)
  if (!changed) return []
  const [field, index] = changed
  const step = typeof index === 'number' ? lab.steps[index] : undefined
  const found = step ? formatFound(step.solution) : (foundStarts[String(field)] ?? 'fewer steps')
  const expected = `what was recorded in ${outputFile}; ${howToRecord(lab)}`
  return [{ file: file.file, line: file.lineOf(changed), expected, found }]
}

const foundStarts: Record<string, string> = { setUp: 'another setUp', shop: 'another shop' }

const recordCommand = 'npm run lab:record'

function howToRecord({ id }: Lab): string {
  return `run ${recordCommand} -- --labs ${id}`
}

/** Whether recording the lab again solves the problem, so that it must not prevent recording. */
export function isSolvedByRecording({ expected }: Problem): boolean {
  return expected.includes(recordCommand)
}
