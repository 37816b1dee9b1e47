import type { Options } from '@mdx-js/rollup'
import { all, common } from 'lowlight'
import rehypeHighlight from 'rehype-highlight'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { nameAnchors } from './lesson-body.ts'
import { rehypeCodeTitles } from './rehype-code-titles.ts'
import { rehypeTerminalRecordings } from './rehype-terminal-recordings.ts'
import { rehypeInlineOptions } from './rehype-unbroken-options.ts'
import { tableNames } from './table-names.ts'
import { untranslatedCode } from './untranslated-code.ts'

/** How a lesson's text becomes a React component. Code is coloured here, so that the page parses nothing. */
export const mdxOptions = {
  remarkPlugins: [remarkFrontmatter, remarkGfm, () => nameAnchors, () => rehypeCodeTitles],
  rehypePlugins: [
    () => rehypeTerminalRecordings,
    () => rehypeInlineOptions,
    () => tableNames,
    () => untranslatedCode,
    [
      rehypeHighlight,
      {
        detect: false,
        languages: { ...common, dockerfile: all.dockerfile, nginx: all.nginx },
        aliases: { bash: ['console'] },
      },
    ],
  ],
} satisfies Options
