import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { compareRecordings } from '#domain/recording/compare-recordings.ts'
import { type LabOutput, labOutputSchema } from '#domain/recording/lab-output.ts'
import type { Recording } from '#domain/recording/recording.ts'
import { labOutputPath } from '../content/index.ts'
import { contentRoot } from '../site-config.ts'
import { formatDifference } from './format-difference.ts'
import { formatLabOutput } from './format-recordings.ts'
import { readLabs, unknownLab } from './read-labs.ts'
import { recordSolutions } from './record-solutions.ts'

/**
 * Records the output of the solutions of these labs, or of all labs if none is named, and writes it next to each lab.
 * With `isCheck` it writes nothing and prints the differences from the recordings. Returns how many labs failed.
 */
export async function recordLabs(ids: string[], date: string, isCheck: boolean): Promise<number> {
  const labs = readLabs().filter(({ lab }) => ids.length === 0 || ids.includes(lab.id))
  const unknown = ids.filter((id) => !labs.some(({ lab }) => lab.id === id))
  for (const id of unknown) console.error(unknownLab(id))
  let failures = unknown.length
  for (const { lab, file } of labs) {
    const path = join(contentRoot, labOutputPath(file))
    try {
      const now = await recordSolutions(lab, date)
      const differences = isCheck ? findDifferences(path, now) : []
      if (!isCheck) writeFileSync(path, formatLabOutput(now))
      if (differences.length > 0) failures += 1
      console.log(`${differences.length > 0 ? '✗' : '✓'} ${lab.id}`)
      for (const text of differences) console.log(text.replace(/^/gm, '  '))
    } catch (error) {
      failures += 1
      console.log(`✗ ${lab.id}\n${String(error).replace(/^/gm, '  ')}`)
    }
  }
  return failures
}

function findDifferences(path: string, now: LabOutput): string[] {
  if (!existsSync(path)) return ['no recording yet; run the command without --check']
  const before = v.parse(labOutputSchema, parse(readFileSync(path, 'utf8')))
  return compareRecordings(toRecording(before), toRecording(now)).map(formatDifference)
}

/** All steps as one recording, because the output of one may name what another created. */
function toRecording({ steps, ...rest }: LabOutput): Recording {
  return { session: 'lab', ...rest, commands: steps.flatMap(({ commands }) => commands) }
}
