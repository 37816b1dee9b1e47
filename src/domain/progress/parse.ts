import * as v from 'valibot'
import { describeFirstIssue } from '../describe-first-issue.ts'
import { sortUniqueAnswers } from './answer-list.ts'
import { latestAttempts } from './attempts.ts'
import { type Migration, migrations } from './migrations.ts'
import { type Progress, progressSchema } from './progress.ts'
import { latestResults } from './saved-results.ts'
import { clampFutureTimestamps } from './timestamps.ts'

/** Five million characters: the capacity of a browser's storage, and decades of answers. */
export const maxProgressLength = 5_000_000

/** The most that is stored. A backup has an envelope around it and must stay below the limit above. */
export const maxStoredLength = maxProgressLength - 1000

/** Identifies a file as a backup of this course. */
export const exportFormat = 'docker-mastery-progress'

export type UnreadableText = { kind: 'unreadable'; reason: string }
export type NewerVersion = { kind: 'newer'; version: number }
/** `version` is the document's version before migration. */
export type ParsedProgress<T> = { kind: 'ok'; progress: T; version: number } | NewerVersion | UnreadableText

const versionedSchema = v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })
const exportSchema = v.looseObject({ format: v.literal(exportFormat), progress: v.unknown() })

function unreadable(reason: string): UnreadableText {
  return { kind: 'unreadable', reason }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return undefined
  }
}

function migrate(document: unknown, pendingMigrations: readonly Migration[]): { value: unknown } | undefined {
  try {
    return { value: pendingMigrations.reduce((value, step) => step(value), document) }
  } catch {
    return undefined
  }
}

/**
 * Parses, migrates and validates a document. The current version is the number of migrations plus one. Never throws.
 */
export function parseVersioned<S extends v.GenericSchema>(
  text: string,
  schema: S,
  steps: readonly Migration[],
): ParsedProgress<v.InferOutput<S>> {
  if (text.length > maxProgressLength) {
    return unreadable(`It has ${text.length} characters; ${maxProgressLength} is the most that is read.`)
  }
  const json = parseJson(text)
  if (!json) return unreadable('It is not JSON: cut off, or something else.')
  const wrapped = v.safeParse(exportSchema, json.value)
  const document = wrapped.success ? wrapped.output.progress : json.value
  const versioned = v.safeParse(versionedSchema, document)
  if (!versioned.success) return unreadable('It is JSON, but not progress in this course: it has no version.')
  const { version } = versioned.output
  const current = steps.length + 1
  if (version > current) return { kind: 'newer', version }
  const migrated = migrate(document, steps.slice(version - 1))
  if (!migrated)
    return unreadable(`It is of version ${version} and could not be turned into version ${current}.`)
  const parsed = v.safeParse(schema, migrated.value, { abortEarly: true })
  if (!parsed.success) return unreadable(describeFirstIssue(parsed.issues))
  return { kind: 'ok', progress: parsed.output, version }
}

/**
 * Parses stored text, a backup, or what another tab wrote. Timestamps ahead of `now`, this device's clock, are corrected;
 * `isClamped` says whether there were any.
 */
export function parseProgress(text: string, now: number): ParsedProgress<Progress> & { isClamped?: boolean } {
  const opened = parseVersioned(text, progressSchema, migrations)
  if (opened.kind !== 'ok') return opened
  const { progress, version } = opened
  // An edited file may have unsorted or duplicate answers or too many attempts; merging relies on neither being so.
  const normalized = { ...progress, answers: sortUniqueAnswers(progress.answers) }
  const clamped = clampFutureTimestamps(normalized, now, version < 4 ? 'first' : 'last')
  // Only after clamping: entries dated ahead must not displace newer ones.
  const { sessions, results } = clamped
  return {
    kind: 'ok',
    version,
    progress: { ...clamped, sessions: latestAttempts(sessions), results: latestResults(results) },
    isClamped: clamped !== normalized,
  }
}

/** What is stored: the document itself. */
export function serializeProgress(progress: Progress): string {
  return JSON.stringify(progress)
}

/** What a backup file holds. `exportedAt` is in milliseconds since 1970. */
export function serializeExport(progress: Progress, exportedAt: number): string {
  const exported = { format: exportFormat, exportedAt: new Date(exportedAt).toISOString(), progress }
  return JSON.stringify(exported)
}
