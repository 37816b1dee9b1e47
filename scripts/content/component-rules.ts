import { allowedComponents, depthRoles } from './allowed-components.ts'
import { attribute, depthRoleOf, type JsxElement, lineOf } from './mdx-nodes.ts'
import { formatFound, type Problem } from './problem.ts'

/** Checks one use of a component against `allowedComponents`. */
export function componentProblems(file: string, node: JsxElement): Problem[] {
  const line = lineOf(node)
  const name = node.name ?? ''
  const known = Object.entries(allowedComponents).find(([component]) => component === name)?.[1]
  if (!known) {
    const expected = `one of ${Object.keys(allowedComponents).join(', ')}`
    return [{ file, line, expected, found: `the component <${name}>` }]
  }
  const problems: Problem[] = []
  for (const given of node.attributes) {
    if (given.type === 'mdxJsxExpressionAttribute' || typeof given.value === 'object') {
      problems.push({ file, line, expected: `attributes of <${name}> as plain text`, found: 'an expression' })
    } else if (given.name !== 'id' && !(given.name in known)) {
      const expected = `attributes of <${name}>: ${Object.keys(known).join(', ') || 'none'}`
      problems.push({ file, line, expected, found: given.name })
    }
  }
  for (const [attributeName, isRequired] of Object.entries(known)) {
    const isGiven = node.attributes.some(
      (given) => 'name' in given && given.name === attributeName && given.value,
    )
    if (isRequired && !isGiven) {
      problems.push({ file, line, expected: `<${name} ${attributeName}="…">`, found: 'nothing' })
    }
  }
  if (name === 'For' && attribute(node, 'role') && !depthRoleOf(node)) {
    const expected = `<For role="${depthRoles.join('"> or <For role="')}"> (the manager’s depth is front matter)`
    problems.push({ file, line, expected, found: formatFound(attribute(node, 'role')) })
  }
  return problems
}
