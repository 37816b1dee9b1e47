import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/**
 * `src/ui/wrap-text-nodes.ts` handles the children of elements and fragments. It cannot handle a component that returns bare
 * text, or code that calls React's own functions.
 */
type AstNode = { type: string; start: number; [key: string]: unknown }

const files = globSync('src/**/*.tsx')

test.each(files)('%s shows text only inside elements', (file) => {
  const source = readFileSync(file, 'utf8')
  const found: string[] = []
  const lineOf = ({ start }: AstNode) => `${file}:${source.slice(0, start).split('\n').length}`
  visit(parseSync(file, source).program as unknown as AstNode, (node) => {
    if (node.type === 'ImportDeclaration' && isPastRuntime(source.slice(node.start, node.end as number)))
      found.push(`${lineOf(node)}: elements are made by JSX alone`)
    if (!isComponent(node)) return
    for (const returned of returnedBy(node.body as AstNode))
      if (isBareText(returned)) found.push(`${lineOf(returned)}: put the text into an element or a fragment`)
  })
  expect(found).toEqual([])
})

function isPastRuntime(imported: string): boolean {
  return /\bcreateElement\b|react\/jsx-/.test(imported)
}

/** A function with a component's name. */
function isComponent(node: AstNode): boolean {
  return (
    node.type === 'FunctionDeclaration' && /^[A-Z]/.test((node.id as { name: string } | null)?.name ?? '')
  )
}

function returnedBy(body: AstNode): AstNode[] {
  const found: AstNode[] = []
  const look = (node: AstNode) => {
    if (node.type === 'ReturnStatement' && node.argument) found.push(...outcomes(node.argument as AstNode))
    else if (!/Function/.test(node.type)) for (const child of childrenOf(node)) look(child)
  }
  for (const child of childrenOf(body)) look(child)
  return found
}

/** The possible values of a conditional expression. */
function outcomes(node: AstNode): AstNode[] {
  if (node.type === 'ConditionalExpression')
    return [...outcomes(node.consequent as AstNode), ...outcomes(node.alternate as AstNode)]
  if (node.type === 'LogicalExpression') return outcomes(node.right as AstNode)
  return [node]
}

function isBareText(node: AstNode): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' || typeof node.value === 'number'
  if (node.type === 'TemplateLiteral') return true
  const callee = node.type === 'CallExpression' ? (node.callee as AstNode) : undefined
  const name = callee?.type === 'Identifier' ? (callee.name as string) : undefined
  // The result of any other function is unknown, so it counts as text.
  return name !== undefined && !['lazy', 'memo', 'createPortal'].includes(name)
}

function visit(node: AstNode, see: (node: AstNode) => void): void {
  see(node)
  for (const child of childrenOf(node)) visit(child, see)
}

function childrenOf(node: AstNode): AstNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AstNode => typeof value === 'object' && value !== null && 'type' in value)
}
