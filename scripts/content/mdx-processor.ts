import { createProcessor, type ProcessorOptions } from '@mdx-js/mdx'
import { all, common } from 'lowlight'
import type { Root } from 'mdast'
import rehypeHighlight from 'rehype-highlight'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import type { RecordingFiles } from './recording-files.ts'
import { rehypeCommandParts } from './rehype-command-parts.ts'
import { rehypeDepthParts } from './rehype-depth-parts.ts'
import { rehypeFigureMarks } from './rehype-figure-marks.ts'
import { rehypeTableNames } from './rehype-table-names.ts'
import { rehypeTerminalRecordings } from './rehype-terminal-recordings.ts'
import { rehypeUnbrokenOptions } from './rehype-unbroken-options.ts'
import { rehypeUnbrokenUnits } from './rehype-unbroken-units.ts'
import { rehypeUntranslatedCode } from './rehype-untranslated-code.ts'
import { remarkCodeTitles } from './remark-code-titles.ts'

/** How a lesson’s text becomes a React component. Code is highlighted here, so that the page does not have to. */
export const mdxOptions = {
  remarkPlugins: [remarkFrontmatter, remarkGfm, () => remarkCodeTitles],
  rehypePlugins: [
    () => rehypeTerminalRecordings,
    () => rehypeFigureMarks,
    () => rehypeCommandParts,
    () => rehypeUnbrokenOptions,
    () => rehypeTableNames,
    () => rehypeUntranslatedCode,
    () => rehypeDepthParts,
    () => rehypeUnbrokenUnits,
    [
      rehypeHighlight,
      {
        detect: false,
        languages: { ...common, dockerfile: all.dockerfile, nginx: all.nginx },
        aliases: { bash: ['console'] },
      },
    ],
  ],
} satisfies ProcessorOptions

/** Parses a text for the checks, and creates the component from the same tree. */
export const mdxProcessor = createProcessor(mdxOptions)

type ParsedPage = { file: string; tree: Root; recordingFiles: RecordingFiles | undefined }

const modules = new WeakMap<Root, Promise<string>>()

/**
 * The JavaScript of a page’s text. It is created once, although both the browser’s and the server’s build request it.
 */
export function toModule(page: ParsedPage): Promise<string> {
  const known = modules.get(page.tree)
  if (known) return known
  const making = makeModule(page)
  modules.set(page.tree, making)
  return making
}

async function makeModule({ file, tree, recordingFiles }: ParsedPage): Promise<string> {
  const input = { path: file, data: { recordings: recordingFiles } }
  // It accepts a Markdown tree, although its types say otherwise.
  const program = await mdxProcessor.run(tree as never, input)
  return mdxProcessor.stringify(program, input)
}
