import type { Element, Root } from 'hast'
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { pluralize } from '#domain/pluralize.ts'
import { engineAndDate, type ShownCommand, toShownCommands } from '#domain/recording/recording.ts'
import { attribute } from './mdx-nodes.ts'
import type { RecordingFiles } from './recording-files.ts'
import { element, text, unbrokenOptions } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: inserts the recording into each `<Terminal id="…" />` as elements, so that it is part of the page’s
 * text. The recordings are in the file’s `data`. It runs after Markdown, which would remove spaces at the ends of
 * lines.
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
  // The build has rejected it; in development, the page shows an empty frame.
  if (!script || !recording) return
  const set = (name: string, value: string) => node.attributes.push({ type: 'mdxJsxAttribute', name, value })
  set('title', script.title)
  set('seen', engineAndDate(recording))
  node.children = toShownCommands(script, recording).flatMap(toElements)
}

/**
 * Each element ends with a line break, so that the text is right without the style sheet, which puts each on a line of
 * its own.
 */
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
