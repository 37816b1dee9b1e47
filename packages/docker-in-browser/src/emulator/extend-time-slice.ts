import type { V86Cpu } from './v86-cpu.ts'

/** Typed input waits at most this long. */
const maxSliceMillis = 8

/**
 * v86 yields after each millisecond of work. In a worker, that is a message round trip to another worker during which
 * the guest stands still: a quarter of the time of a `docker run`. So a busy guest gets several milliseconds in a row.
 */
export function extendTimeSlice(cpu: V86Cpu): void {
  const run = cpu.main_loop
  cpu.main_loop = () => {
    const until = performance.now() + maxSliceMillis
    let yieldMillis = run.call(cpu)
    while (yieldMillis === 0 && performance.now() < until) yieldMillis = run.call(cpu)
    return yieldMillis
  }
}
