import { useEffect, useRef, useState } from 'react'
import type { Engine } from '#domain/engine/engine.ts'
import { describeChanges, summarizeChanges } from '#domain/engine/engine-changes.ts'
import type { EngineStatus } from './use-engine.ts'

/** A command such as `docker run` changes the engine several times within a second; that is reported once. */
const settleMillis = 1000

/** What has changed since the last summary, once the engine has settled. Empty until something changes. */
export function useChangeSummary(status: EngineStatus): string {
  const [summary, setSummary] = useState('')
  const reported = useRef<Engine>(undefined)
  const wasUnresponsive = useRef(false)
  useEffect(() => {
    if (status === undefined) reported.current = undefined
    if (typeof status !== 'object') {
      wasUnresponsive.current = status === 'unresponsive' && reported.current !== undefined
      setSummary('')
      return
    }
    reported.current ??= status
    const timer = setTimeout(() => {
      const changes = describeChanges(reported.current ?? status, status)
      if (wasUnresponsive.current) changes.unshift('The engine responds again.')
      reported.current = status
      wasUnresponsive.current = false
      if (changes.length > 0) setSummary(summarizeChanges(changes))
    }, settleMillis)
    return () => clearTimeout(timer)
  }, [status])
  return summary
}
