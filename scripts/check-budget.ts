import { firstView } from './build/first-view.ts'

/**
 * `npm run test:budget`: checks what the first view of a page downloads, in bytes compressed with Brotli. Times are measured
 * by the benchmark. docs/decisions/0033 explains the budget of scripts.
 */
const budgets = [
  { page: 'internals/cgroups', limits: { script: 125_000, style: 15_000, font: 45_000 } },
  { page: '', limits: { script: 125_000, style: 15_000, font: 45_000 } },
]

let isOver = false
for (const { page, limits } of budgets) {
  const bytes = firstView('build/client', page)
  for (const [kind, limit] of Object.entries(limits)) {
    const size = bytes[kind as keyof typeof limits] // the keys of limits are kinds of bytes
    const status = size <= limit ? 'within' : 'OVER'
    console.log(`/${page}  ${kind}  ${size} of ${limit} bytes: ${status}`)
    isOver ||= size > limit
  }
}
process.exitCode = isOver ? 1 : 0
