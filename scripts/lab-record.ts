import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareRecordings } from '#domain/recording/compare-recordings.ts'
import type { Recording } from '#domain/recording/recording.ts'
import { createScriptRecorder } from './lab/create-script-recorder.ts'
import { formatDifference } from './lab/format-difference.ts'
import { formatRecordings } from './lab/format-recordings.ts'
import { type LessonRecordings, readRecordingScripts } from './lab/read-recording-scripts.ts'
import { recordLabs } from './lab/record-labs.ts'
import { contentRoot } from './site-config.ts'

/**
 * `npm run lab:record [-- ids…]`: types the recording scripts of all lessons, or of those named (`storage.volumes`, or
 * one script as `storage.volumes/outlives`), each into a fresh machine, and writes the output next to them. With
 * `--labs` it does the same with the solutions of all labs, or of those named (`one-kernel`). With `--check` it writes
 * nothing and fails if the output differs from the recording.
 */
const { values, positionals: requestedIds } = parseArgs({
  options: { check: { type: 'boolean', default: false }, labs: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const today = new Date().toISOString().slice(0, 10)
if (values.labs) process.exit((await recordLabs(requestedIds, today, values.check)) > 0 ? 1 : 0)
const record = createScriptRecorder(today)
const lessons = readRecordingScripts()
let failures = 0

for (const id of requestedIds) {
  if (lessons.some((lesson) => commandNames(lesson).includes(id))) continue
  console.error(
    `No lesson or session has the id "${id}". Expected a lesson with a sessions.yaml, such as storage.volumes, or one of its sessions, such as storage.volumes/outlives.`,
  )
  failures += 1
}
for (const lesson of lessons) {
  const { owner, scripts, recordings } = lesson
  const recorded = new Map(recordings.map((recording) => [recording.session, recording]))
  for (const script of scripts) {
    const name = `${owner}/${script.id}`
    if (requestedIds.length > 0 && !requestedIds.includes(owner) && !requestedIds.includes(name)) continue
    try {
      const now = await record(script)
      if (values.check) printDifferences(name, recorded.get(script.id), now)
      else {
        recorded.set(script.id, now)
        // Written after each script, so that an interrupted run keeps its recordings.
        const all = scripts.flatMap(({ id }) => recorded.get(id) ?? [])
        writeFileSync(join(contentRoot, lesson.recordedPath), formatRecordings(all))
        console.log(`✓ ${name}\n${indent(transcriptOf(now))}\n`)
      }
    } catch (error) {
      failures += 1
      console.log(`✗ ${name}\n${indent(String(error))}\n`)
    }
  }
}
process.exit(failures > 0 ? 1 : 0)

function printDifferences(name: string, before: Recording | undefined, now: Recording): void {
  const found = before
    ? compareRecordings(before, now).map(formatDifference)
    : ['no recording yet; run the command without --check']
  if (found.length > 0) failures += 1
  console.log(`${found.length > 0 ? '✗' : '✓'} ${name}`)
  for (const text of found) console.log(indent(text))
}

function commandNames({ owner, scripts }: LessonRecordings): string[] {
  return [owner, ...scripts.map(({ id }) => `${owner}/${id}`)]
}

function transcriptOf({ commands }: Recording): string {
  return commands
    .map(({ run, output, exit }) => [`$ ${run}`, ...(output ? [output] : []), `── exit ${exit}`].join('\n'))
    .join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
