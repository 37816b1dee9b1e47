import * as v from 'valibot'

/** Where the first thing wrong stands and what was expected there. Capped: it may quote what it found. */
export function describeFirstIssue(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0])
  return `${path ? `${path}: ` : ''}${issues[0].message}`.slice(0, 200)
}
