import { findResults } from '#domain/quiz-link/find-results.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'

// The worker's own scope; the page's types have no name for it.
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<string>) => void
  postMessage: (decoded: DecodedResult[]) => void
}

scope.onmessage = ({ data }) => scope.postMessage(findResults(data))
