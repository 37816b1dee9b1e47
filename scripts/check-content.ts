import { parseArgs } from 'node:util'
import { compileCourse, formatProblems, itemGroups, statisticsTable } from './content/index.ts'

/**
 * `npm run check:content [part of a path]`: checks all content and shows the problems in files whose path matches.
 * `npm run check:content -- --figures` also prints the giveaway statistics of each area.
 */
const { values, positionals } = parseArgs({
  options: { figures: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const only = positionals[0] ?? ''
const { catalog, pages, problems } = compileCourse(process.cwd())
if (values.figures) console.log(`${statisticsTable(itemGroups({ catalog, pages }))}\n`)
const shown = problems.filter((problem) => problem.file.includes(only))
if (shown.length > 0) console.error(`${formatProblems(shown)}\n`)
const words = catalog.lessons.reduce((sum, lesson) => sum + lesson.words, 0)
const items = pages.reduce((sum, page) => sum + page.items.length, 0)
console.log(
  `${catalog.areas.length} areas, ${catalog.lessons.length} lessons, ${words} words, ${items} items, ` +
    `${catalog.labs.length} labs, ${catalog.glossary.length} terms, ${shown.length} problems`,
)
process.exitCode = shown.length > 0 ? 1 : 0
