import type { V86Cpu } from './v86-cpu.ts'

/** Milliseconds: what is typed waits for so long. */
const runSlice = 8

/**
 * v86 gives way after each millisecond of work. In a worker that is a message to another worker and back, in which time
 * the guest stands still: a quarter of a `docker run`. A guest that has work gets several such milliseconds in a row.
 */
export function extendTimeSlice(cpu: V86Cpu): void {
  const run = cpu.main_loop
  cpu.main_loop = () => {
    const until = performance.now() + runSlice
    let yieldMillis = run.call(cpu)
    while (yieldMillis === 0 && performance.now() < until) yieldMillis = run.call(cpu)
    return yieldMillis
  }
}
