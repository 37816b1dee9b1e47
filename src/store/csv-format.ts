import { useSyncExternalStore } from 'react'
import { type CsvFormat, csvFormatFor, csvFormatOf, csvFormats } from '#domain/table/csv-format.ts'
import { browserLocale } from '#platform/locale.ts'
import { browserStorage } from '#platform/storage.ts'

const key = 'docker-mastery.csv-format'
const storage = browserStorage()
const listeners = new Set<() => void>()

/** What was chosen in this tab: it holds where nothing can be stored, too. */
let chosen: CsvFormat | undefined

function current(): CsvFormat {
  const found = storage.read(key)
  const stored = found.kind === 'text' ? csvFormatOf(found.text) : undefined
  return chosen ?? stored ?? csvFormatFor(browserLocale())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How tables are written to files on this computer: as its spreadsheets read them, or as was chosen last. */
export function useCsvFormat(): [CsvFormat, (id: string) => void] {
  return [useSyncExternalStore(subscribe, current, () => csvFormats[0]), choose]
}

function choose(id: string): void {
  chosen = csvFormatOf(id)
  storage.write(key, id)
  for (const listener of listeners) listener()
}
