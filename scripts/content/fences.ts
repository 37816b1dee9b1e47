import { parseDocument } from 'yaml'
import type { Fence } from './lesson-body.ts'
import { excerpt, type Problem } from './problem.ts'

/** Checks what stands in code fences with the tool that knows the language. */
export function fenceProblems(file: string, fences: Fence[]): Problem[] {
  return fences.flatMap((fence) => {
    if (fence.meta.check === 'off') return []
    if (fence.language === 'yaml') return yamlProblems(file, fence)
    if (fence.language === 'json') return jsonProblems(file, fence)
    return []
  })
}

function yamlProblems(file: string, fence: Fence): Problem[] {
  const { errors } = parseDocument(fence.text, { prettyErrors: false })
  return errors.map((error) => ({ file, line: fence.line, expected: 'valid YAML', found: error.message }))
}

function jsonProblems(file: string, fence: Fence): Problem[] {
  try {
    JSON.parse(fence.text)
    return []
  } catch (error) {
    return [{ file, line: fence.line, expected: 'valid JSON', found: excerpt(String(error)) }]
  }
}
