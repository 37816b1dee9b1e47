import { type Problem, shorten } from '../problem.ts'
import { bashFindings } from './bash.ts'
import { composeFindings, isComposeFile } from './compose.ts'
import { dockerfileFindings } from './dockerfile.ts'
import type { Fence, Finding } from './fence.ts'
import { infoStringFindings } from './info-string.ts'
import { jsonFindings } from './json.ts'
import { yamlFindings } from './yaml.ts'

/** The checkers by language. Each checks all fences of its language at once. */
const fenceCheckers: Record<string, (fences: Fence[]) => Finding[][]> = {
  dockerfile: checkEach((fence) => dockerfileFindings(fence.text)),
  yaml: checkEach(({ meta, text }) =>
    isComposeFile(meta.file) ? composeFindings(text) : yamlFindings(text),
  ),
  json: checkEach((fence) => jsonFindings(fence.text)),
  bash: (fences) => bashFindings(fences.map((fence) => fence.text)),
}

export const checkedLanguages = Object.keys(fenceCheckers)

/** Checks the contents of code fences and their info strings. */
export function fenceProblems(file: string, fences: Fence[]): Problem[] {
  const problemsOf = (fence: Fence, findings: Finding[]) =>
    findings.map(({ line, expected, found }) => ({
      file,
      line: fence.line + line,
      expected,
      found: shorten(found),
    }))
  const infoStringProblems = fences.flatMap((fence) =>
    problemsOf(fence, infoStringFindings(fence, checkedLanguages.includes(fence.language))),
  )
  const checked = Object.entries(fenceCheckers).flatMap(([language, check]) => {
    // A quotation may start and end anywhere, and the file that it is from is checked itself.
    const checkedFences = fences.filter(
      ({ language: own, meta }) => own === language && meta.check !== 'off' && meta.quote === undefined,
    )
    const findings = check(checkedFences)
    return checkedFences.flatMap((fence, index) =>
      problemsOf(fence, withExpectedErrors(fence, findings[index] ?? [])),
    )
  })
  return [...infoStringProblems, ...checked]
}

/** A fence that is marked as a mistake must contain one; otherwise the lesson does not show what it says. */
function withExpectedErrors(fence: Fence, findings: Finding[]): Finding[] {
  if (fence.meta.expect !== 'error') return findings
  if (findings.length > 0) return []
  return [{ line: 0, expected: 'a mistake that the check finds, as expect=error says', found: 'none' }]
}

function checkEach(check: (fence: Fence) => Finding[]): (fences: Fence[]) => Finding[][] {
  return (fences) => fences.map(check)
}
