import { findResults } from '#domain/quiz-link/find-results.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'

export type ResultParser = {
  /** All results in a text. Rejects when it is stopped. */
  parse: (text: string) => Promise<DecodedResult[]>
  stop: () => void
}

/** Parses texts one after the other in a worker, so that no text, however long, blocks the page. */
export function createResultParser(): ResultParser {
  let worker = newWorker()
  let rejectCurrent: (() => void) | undefined
  return {
    parse: (text) =>
      new Promise((resolve, reject) => {
        rejectCurrent = () => reject(new Error('stopped'))
        if (!worker) return resolve(findResults(text))
        worker.onmessage = ({ data }: MessageEvent<DecodedResult[]>) => resolve(data)
        // If the worker’s code fails to load, the page parses the text itself.
        worker.onerror = (event) => {
          event.preventDefault()
          worker = undefined
          resolve(findResults(text))
        }
        worker.postMessage(text)
      }),
    stop() {
      worker?.terminate()
      rejectCurrent?.()
    },
  }
}

function newWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    return new Worker(new URL('./result-parser-worker.ts', import.meta.url), {
      type: 'module',
      name: 'results',
    })
  } catch {
    return undefined
  }
}
