import type { ListItem, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { commandsToType } from '#domain/recording/recording-script.ts'
import { isJsxElement, lineOf } from './mdx-nodes.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/** A command that is taken apart must also be run on the page, with exactly the same parts. */
export function commandPartsProblems({ file, tree, recordingFiles }: ContentPage): Problem[] {
  const commands = recordingFiles?.scripts.flatMap(commandsToType) ?? []
  const problems: Problem[] = []
  visit(tree, (node: Nodes) => {
    if (!isJsxElement(node) || node.name !== 'CommandParts') return
    const items = node.children.flatMap((child) => (child.type === 'list' ? child.children : []))
    const parts = items.map(partOf)
    const command = parts.join(' ')
    if (items.length === 0 || parts.includes(undefined)) {
      const expected = 'a list in <CommandParts> whose items begin with `code`'
      problems.push({ file, line: lineOf(node), expected, found: command || 'no command' })
    } else if (!commands.includes(command)) {
      const expected = 'parts of a command that a session of this page runs'
      problems.push({ file, line: lineOf(node), expected, found: command })
    }
  })
  return problems
}

function partOf(item: ListItem): string | undefined {
  const [paragraph] = item.children
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  return first?.type === 'inlineCode' ? first.value : undefined
}
