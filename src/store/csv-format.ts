import { useSyncExternalStore } from 'react'
import { type CsvFormat, csvFormatByName, csvFormatForLocale, csvFormats } from '#domain/table/csv-format.ts'
import { browserLocale } from '#platform/locale.ts'
import { browserStorage } from '#platform/storage.ts'

const key = 'docker-mastery.csv-format'
const storage = browserStorage()
const listeners = new Set<() => void>()

/** The choice made in this tab, which applies even if it cannot be stored. */
let selectedFormat: CsvFormat | undefined

function currentFormat(): CsvFormat {
  const found = storage.read(key)
  const stored = found.kind === 'text' ? csvFormatByName(found.text) : undefined
  return selectedFormat ?? stored ?? csvFormatForLocale(browserLocale())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The CSV format for this computer: the last choice, or the one for the browser’s locale. */
export function useCsvFormat(): [CsvFormat, (id: string) => void] {
  return [useSyncExternalStore(subscribe, currentFormat, () => csvFormats[0]), setFormat]
}

function setFormat(id: string): void {
  selectedFormat = csvFormatByName(id)
  storage.write(key, id)
  for (const listener of listeners) listener()
}
