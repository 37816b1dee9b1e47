import type { V86Cpu } from './v86-cpu.ts'

/** Milliseconds: what is typed waits for so long. */
const turn = 8

/**
 * v86 gives way after each millisecond of work. In a worker that is a message to another worker and back, in which time
 * the guest stands still: a quarter of a `docker run`. A guest that has work gets several such milliseconds in a row.
 */
export function takeLongerTurns(cpu: V86Cpu): void {
  const run = cpu.main_loop
  cpu.main_loop = () => {
    const until = performance.now() + turn
    let pause = run.call(cpu)
    while (pause === 0 && performance.now() < until) pause = run.call(cpu)
    return pause
  }
}
