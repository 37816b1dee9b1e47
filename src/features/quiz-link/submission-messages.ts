import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { resultFileExtension } from '#domain/quiz-link/result-file.ts'

/** What a submission contains, so that learners know before they send it. */
export function submissionContentsText(result: QuizResult, hasResponses: boolean): string {
  const parts = [
    'the title of the quiz',
    result.name && 'your name',
    result.group && 'your group',
    'when you finished and how long it took',
    'your points for each question',
    result.items.some(({ confidence }) => confidence) && 'how sure you were',
    hasResponses && 'your answers',
  ].filter((part) => typeof part === 'string' && part !== '')
  const all = `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  const isFile = hasResponses ? '' : ' The file also includes your answers.'
  return `It contains ${all}.${isFile} A checksum shows whether it arrived intact.`
}

/** `ada-lovelace-week-3-images.dmr`: a name that is easy to find in a folder of a hundred. */
export function submissionFileName({ name, title }: QuizResult): string {
  const words = `${name ?? 'result'} ${title}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return `${words.replace(/^-|-$/g, '').slice(0, 60) || 'result'}${resultFileExtension}`
}
