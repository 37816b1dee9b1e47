import * as v from 'valibot'

/** The path of the first issue and what was expected there. Truncated, because it may quote the input. */
export function describeFirstIssue(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0])
  return `${path ? `${path}: ` : ''}${issues[0].message}`.slice(0, 200)
}
