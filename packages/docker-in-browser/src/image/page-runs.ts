/**
 * Page numbers as runs: the first page, how many follow each other, the first of the next run, and so on. The order is
 * kept.
 */
export function toRuns(pages: readonly number[]): number[] {
  const runs: number[] = []
  let next: number | undefined
  for (const page of pages) {
    if (page !== next) runs.push(page, 0)
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    next = page + 1
  }
  return runs
}

export function fromRuns(runs: readonly number[]): number[] {
  const pages: number[] = []
  for (let at = 0; at < runs.length; at += 2) {
    const [first = 0, count = 0] = runs.slice(at, at + 2)
    for (let page = first; page < first + count; page += 1) pages.push(page)
  }
  return pages
}
