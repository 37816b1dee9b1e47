/** The changelog with its open section turned into a release, and that section's text; or why it was rejected. */
export type ReleaseResult =
  | { kind: 'ready'; changelog: string; notes: string }
  | { kind: 'rejected'; reason: string }

const openHeading = '## Unreleased\n'

/** @param day the day of the release, such as `2026-11-29` */
export function releaseChangelog(changelog: string, version: string, day: string): ReleaseResult {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    return rejectRelease(`the version must be three numbers, such as 1.2.0; got "${version}"`)
  const last = /^## (\d+\.\d+\.\d+)/m.exec(changelog)?.[1]
  if (last && !isHigher(version, last))
    return rejectRelease(`the version must be higher than ${last}, the last release; got ${version}`)
  const start = changelog.indexOf(openHeading)
  if (start === -1)
    return rejectRelease('CHANGELOG.md must have a section "## Unreleased" that says what changed')
  const body = start + openHeading.length
  const next = changelog.indexOf('\n## ', body)
  const end = next === -1 ? changelog.length : next
  const notes = changelog.slice(body, end).trim()
  if (notes === '')
    return rejectRelease('the section "## Unreleased" is empty; describe what changed for readers first')
  const released = `${openHeading}\n## ${version}, ${day}\n\n${notes}\n`
  return { kind: 'ready', changelog: changelog.slice(0, start) + released + changelog.slice(end), notes }
}

function rejectRelease(reason: string): ReleaseResult {
  return { kind: 'rejected', reason }
}

function isHigher(version: string, than: string): boolean {
  const [a, b] = [version.split('.').map(Number), than.split('.').map(Number)]
  const index = a.findIndex((part, position) => part !== b[position])
  return index !== -1 && (a[index] ?? 0) > (b[index] ?? 0)
}
