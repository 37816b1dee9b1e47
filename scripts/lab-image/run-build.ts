import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { readStepLine } from 'docker-in-browser/image-builder'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import type { Command } from './build-command.ts'
import { afterStepLine, type BuildState, buildProgress, type StepTimes } from './build-plan.ts'

/** The times that the steps took on this computer, so that the next build can estimate its progress better. */
const timesFile = '.cache/lab-step-times.json'

/** Runs the builder to its end. `report` gets its progress as functions of time, in milliseconds. */
export async function runBuild(
  { program, args }: Command,
  report: (progressAt: (at: number) => ImageProgress) => void,
): Promise<void> {
  const times = readTimes()
  let state: BuildState = { running: undefined, startedAt: Date.now(), done: [] }
  const reportProgress = () => {
    const latest = state
    report((at) => buildProgress(latest, times, at))
  }
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a process group, so that the programs that the builder starts can be stopped with it.
    detached: true,
    env: { ...process.env, LAB_IMAGE_EFFORT: process.env.LAB_IMAGE_EFFORT ?? 'quick' },
  })
  const stopWatching = stopWithThisProcess(child)
  const lastLines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (text) => {
      const line = readStepLine(text)
      if (!line) lastLines.push(text)
      else {
        state = afterStepLine(state, line, Date.now())
        if (line.state === 'finished') saveTime(line.step, line.seconds)
        reportProgress()
      }
    })
  reportProgress()
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  stopWatching()
  if (code === 0) return
  const reason = lastLines.slice(-12).join('\n').trim() || `${program} ended with ${code}.`
  throw new Error(`${reason}\nSteps that were finished are kept: run npm start again to go on from there.`)
}

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** Stops the child and its processes when this process ends or is told to. Returns a function that undoes this. */
function stopWithThisProcess({ pid }: ChildProcess): () => void {
  if (pid === undefined) return () => undefined
  const stop = () => {
    try {
      process.kill(-pid)
    } catch {
      // It has already ended.
    }
  }
  const exits = Object.entries(signals).map(([signal, code]) => [signal, () => process.exit(code)] as const)
  process.once('exit', stop)
  for (const [signal, exit] of exits) process.once(signal, exit)
  return () => {
    process.removeListener('exit', stop)
    for (const [signal, exit] of exits) process.removeListener(signal, exit)
  }
}

function readTimes(): StepTimes {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'))
  } catch {
    return {}
  }
}

function saveTime(step: string, seconds: number): void {
  mkdirSync(dirname(timesFile), { recursive: true })
  writeFileSync(timesFile, JSON.stringify({ ...readTimes(), [step]: seconds }))
}
