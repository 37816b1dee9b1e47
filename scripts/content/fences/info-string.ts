import { type Fence, type Finding, fenceKeys } from './fence.ts'
import { fenceLanguages } from './languages.ts'

/** Checks the info string of a fence. Line 0 is the line of its backticks. */
export function infoStringFindings({ language, meta, rest }: Fence, isChecked: boolean): Finding[] {
  const findings: Finding[] = []
  const add = (expected: string, found: string) => findings.push({ line: 0, expected, found })
  if (!language) add('a code fence with its language (text where there is none)', 'a fence without one')
  else if (!fenceLanguages.includes(language)) {
    add(`one of the languages ${fenceLanguages.join(', ')}`, language)
  }
  const unknown = Object.keys(meta).find((key) => !fenceKeys.includes(key))
  if (unknown || rest) {
    add('file=…, quote=…, check=off reason="…" or expect=error after the language', rest || `${unknown}=…`)
  }
  if (meta.check !== undefined && meta.check !== 'off') add('check=off, or nothing', `check=${meta.check}`)
  if (meta.check === 'off' && !meta.reason) add('check=off with reason="…"', 'no reason')
  if (meta.expect !== undefined && meta.expect !== 'error') {
    add('expect=error, or nothing', `expect=${meta.expect}`)
  }
  if (meta.expect === 'error' && (meta.check === 'off' || !isChecked)) {
    add('expect=error on a fence that is checked', meta.check === 'off' ? 'check=off' : language)
  }
  return findings
}
