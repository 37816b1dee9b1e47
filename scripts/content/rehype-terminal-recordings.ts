import type { Element, Root } from 'hast'
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { pluralize } from '#domain/pluralize.ts'
import { engineAndDate, type ShownCommand, toShownCommands } from '#domain/recording/recording.ts'
import { attribute } from './mdx-nodes.ts'
import type { RecordingFiles } from './recording-files.ts'
import { element, text, unbrokenOptions } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: puts what was recorded into each `<Terminal id="…" />`, as elements, so that it is part of the
 * page's text like any other. The file's `data` has the recordings. After Markdown, because Markdown takes the blanks from the ends of lines.
 */
export function rehypeTerminalRecordings(tree: Root, { data }: { data: Record<string, unknown> }): void {
  const recordings = data.recordings as RecordingFiles | undefined
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name === 'Terminal') insertRecording(node, recordings)
  })
}

function insertRecording(node: MdxJsxFlowElementHast, files: RecordingFiles | undefined): void {
  const id = attribute(node, 'id')
  const script = files?.scripts.find((candidate) => candidate.id === id)
  const recording = files?.recordings.find((candidate) => candidate.session === id)
  // The build has refused it; a page in development shows the empty frame.
  if (!script || !recording) return
  const set = (name: string, value: string) => node.attributes.push({ type: 'mdxJsxAttribute', name, value })
  set('title', script.title)
  set('seen', engineAndDate(recording))
  node.children = toShownCommands(script, recording).flatMap(toElements)
}

/** Each element ends its line, so that the text is right where no style sheet puts it on lines of its own. */
function toElements({ run, output, omittedLineCount, exit }: ShownCommand): Element[] {
  const mutedText = [
    ...(omittedLineCount > 0 ? [`… ${pluralize(omittedLineCount, 'more line')}`] : []),
    ...(exit === 0 ? [] : [`exit code ${exit}`]),
  ]
  return [
    element('kbd', ...unbrokenOptions(`${run}\n`)),
    ...(output === '' ? [] : [element('samp', text(`${output}\n`))]),
    ...(mutedText.length === 0 ? [] : [element('small', text(`${mutedText.join(', ')}\n`))]),
  ]
}
