import { DockerfileParser } from 'dockerfile-ast'
import { ValidationCode, ValidationSeverity, type ValidatorSettings, validate } from 'dockerfile-utils'
import type { Finding } from './fence.ts'

/**
 * Every warning of the linter is a problem, because learners copy these files:
 *
 * - `MAINTAINER` is deprecated, and a lesson must not teach it.
 * - Two of CMD, ENTRYPOINT or HEALTHCHECK in a stage: only the last has an effect, silently.
 * - `CMD ['a']` is not JSON: Docker runs it as a shell command, silently.
 * - A relative WORKDIR depends on the base image's.
 * - An empty continuation line will become an error in BuildKit.
 * - Lowercase instructions work, but BuildKit's own check warns of mixed case, and lessons use one style.
 *
 * A file that shows one of these as a mistake says `expect=error`.
 */
const settings: ValidatorSettings = {
  deprecatedMaintainer: ValidationSeverity.ERROR,
  directiveCasing: ValidationSeverity.ERROR,
  emptyContinuationLine: ValidationSeverity.ERROR,
  instructionCasing: ValidationSeverity.ERROR,
  instructionCmdMultiple: ValidationSeverity.ERROR,
  instructionEntrypointMultiple: ValidationSeverity.ERROR,
  instructionHealthcheckMultiple: ValidationSeverity.ERROR,
  instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
  instructionWorkdirRelative: ValidationSeverity.ERROR,
}

export function dockerfileFindings(text: string): Finding[] {
  const lines = text.split('\n')
  const linted = validate(text, settings).filter((diagnostic) => !isUnknownToLinter(diagnostic))
  return [
    ...linted.map(({ range, message }) => ({
      line: range.start.line + 1,
      expected: `a Dockerfile that builds without a warning: ${String(message)}`,
      found: lines[range.start.line]?.trim() ?? '',
    })),
    ...legacyKeyValuePairs(text),
  ]
}

/** The linter knows the builder of 2020 and most later additions, but reports `ADD --unpack` (2025) as a mistake. */
function isUnknownToLinter({ code, message }: ReturnType<typeof validate>[number]): boolean {
  return code === ValidationCode.UNKNOWN_ADD_FLAG && String(message).endsWith(': unpack')
}

/** `ENV name value` is deprecated (BuildKit's check LegacyKeyValueFormat), but the linter accepts it. */
function legacyKeyValuePairs(text: string): Finding[] {
  const instructions = DockerfileParser.parse(text).getInstructions()
  const pairs = instructions.filter((instruction) => ['ENV', 'LABEL'].includes(instruction.getKeyword()))
  return pairs.flatMap((instruction) => {
    const first = instruction.getArguments()[0]?.getValue()
    if (!first || first.includes('=')) return []
    return [
      {
        line: instruction.getRange().start.line + 1,
        expected: `${instruction.getKeyword()} ${first}=value; the form without = is deprecated`,
        found: instruction.getTextContent(),
      },
    ]
  })
}
