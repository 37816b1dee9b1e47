import { useEffect, useRef, useState } from 'react'
import type { Engine } from '#domain/engine/engine.ts'
import { describeChanges, summarizeChanges } from '#domain/engine/engine-changes.ts'
import type { EngineView } from './use-engine.ts'

/** A command such as `docker run` changes the engine several times within a second; that is reported once. */
const settleMillis = 1000

/** What has changed since the last summary, once the engine has settled. Empty until something changes. */
export function useChangeSummary(view: EngineView): string {
  const [summary, setSummary] = useState('')
  const reported = useRef<Engine>(undefined)
  const wasSilent = useRef(false)
  useEffect(() => {
    if (view === undefined) reported.current = undefined
    if (typeof view !== 'object') {
      wasSilent.current = view === 'silent' && reported.current !== undefined
      setSummary('')
      return
    }
    reported.current ??= view
    const timer = setTimeout(() => {
      const changes = describeChanges(reported.current ?? view, view)
      if (wasSilent.current) changes.unshift('The engine responds again.')
      reported.current = view
      wasSilent.current = false
      if (changes.length > 0) setSummary(summarizeChanges(changes))
    }, settleMillis)
    return () => clearTimeout(timer)
  }, [view])
  return summary
}
