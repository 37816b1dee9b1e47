import type { ContentFiles } from './content-files.ts'
import type { Fence } from './fences/fence.ts'
import { formatFound, type Problem } from './problem.ts'
import { readShopFile } from './shop.ts'

/**
 * A fence with `quote=compose.yaml` must contain consecutive lines of that file of the project, word for word; all of
 * them may be dedented by the same amount. `quote=shop/two-stages/api/Dockerfile` is a file of the shop at that step.
 * So a quotation cannot differ from the code that runs.
 */
export function quoteProblems(content: ContentFiles, file: string, fences: readonly Fence[]): Problem[] {
  return fences.flatMap(({ meta: { quote }, text, line }) => {
    if (quote === undefined) return []
    const source = content.read(quote) ?? readShopFile(content, quote)
    if (source === undefined) return [{ file, line, expected: `the file ${quote}`, found: 'no such file' }]
    const wrongLine = findLineNotQuoted(source.split('\n'), text.split('\n'))
    if (!wrongLine) return []
    const expected = `lines of ${quote}, one after the other, as they are there`
    return [{ file, line: line + wrongLine.number, expected, found: formatFound(wrongLine.text) }]
  })
}

/**
 * The first line, from 1, that does not match at any position of the source; undefined if the whole quotation is found.
 */
function findLineNotQuoted(source: string[], quoted: string[]): { number: number; text: string } | undefined {
  const agreeing = source.map((_, start) => countAgreeingLines(source.slice(start), quoted))
  const most = Math.max(...agreeing)
  return most === quoted.length ? undefined : { number: most + 1, text: quoted[most] ?? '' }
}

function countAgreeingLines(source: string[], quoted: string[]): number {
  const [first = ''] = quoted
  const indentation = source[0]?.endsWith(first) ? source[0].slice(0, -first.length || undefined) : undefined
  if (indentation?.trim() !== '') return 0
  const differing = quoted.findIndex((line, index) => source[index] !== (line && indentation + line))
  return differing < 0 ? quoted.length : differing
}
