import { findResults } from '#domain/quiz-link/find-results.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'

// The worker’s global scope; the types are those of a page.
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<string>) => void
  postMessage: (decoded: DecodedResult[]) => void
}

scope.onmessage = ({ data }) => scope.postMessage(findResults(data))
