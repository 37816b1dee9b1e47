import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'

/**
 * Milliseconds until a deadline, read from the clock each second, so that a tab that slept is right when it
 * wakes. Calls `onOver` once the time is up; undefined without a deadline.
 */
export function useTimeLeft(deadline: number | undefined, onOver: () => void): number | undefined {
  const [time, setTime] = useState(now)
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (deadline === undefined) return
    const tick = () => {
      const current = now()
      setTime(current)
      if (current >= deadline) {
        clearInterval(timer)
        over()
      }
    }
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [deadline])
  return deadline === undefined ? undefined : Math.max(0, deadline - time)
}
