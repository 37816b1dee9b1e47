import type { Options } from '@mdx-js/rollup'
import { all, common } from 'lowlight'
import rehypeHighlight from 'rehype-highlight'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { fenceTitles } from './fence-titles.ts'
import { nameAnchors } from './lesson-body.ts'
import { tableNames } from './table-names.ts'
import { terminals } from './terminals.ts'
import { untranslatedCode } from './untranslated-code.ts'
import { optionsInText } from './whole-options.ts'

/** How a lesson's text becomes a React component. Code is coloured here, so that the page parses nothing. */
export const mdxOptions = {
  remarkPlugins: [remarkFrontmatter, remarkGfm, () => nameAnchors, () => fenceTitles],
  rehypePlugins: [
    () => terminals,
    () => optionsInText,
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
