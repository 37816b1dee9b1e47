import { useState } from 'react'
import * as v from 'valibot'
import { browserStorage } from '#platform/storage.ts'

const settingsSchema = v.object({
  fontSize: v.pipe(v.number(), v.minValue(9), v.maxValue(28)),
  isScreenReaderMode: v.boolean(),
  isWide: v.optional(v.boolean(), true),
})
export type TerminalSettings = v.InferOutput<typeof settingsSchema>

/** Specific to this device, so it is not part of progress. */
const key = 'docker-mastery.terminal'
const storage = browserStorage()

export function useTerminalSettings(): [TerminalSettings, (settings: TerminalSettings) => void] {
  const [settings, setSettings] = useState(read)
  const change = (next: TerminalSettings) => {
    setSettings(next)
    storage.write(key, JSON.stringify(next))
  }
  return [settings, change]
}

function read(): TerminalSettings {
  const usual = { fontSize: 14, isScreenReaderMode: false, isWide: true }
  const found = storage.read(key)
  if (found.kind !== 'text') return usual
  try {
    const parsed = v.safeParse(settingsSchema, JSON.parse(found.text))
    return parsed.success ? parsed.output : usual
  } catch {
    return usual
  }
}
