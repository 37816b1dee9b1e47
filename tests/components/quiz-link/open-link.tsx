import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { emptyProgress } from '#domain/progress/progress.ts'
import type { Item } from '#domain/quiz/item.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { decodeResultCode } from '#domain/quiz-link/result-code.ts'
import { QuizLinkPage } from '#features/quiz-link/quiz-link-page.tsx'
import { progressStore } from '#store/progress.ts'
import { itemsOfEveryKind, multiItem, singleItem } from '#tests/support/factories.ts'
import { quizLinkWith } from '#tests/unit/quiz-link/arbitraries.ts'

const topics = [
  { id: 'images.multi-stage', title: 'Multi-Stage Builds', address: '/images/multi-stage', quiz: '/quiz.js' },
]

/** Loads the items of the course, as the page does. */
export const loadAllItems: LoadItems = async (): Promise<Item[]> => itemsOfEveryKind()

/** A link with two items: a single item, then a multi item. */
export function twoItems(overrides: Partial<QuizLink> = {}): QuizLink {
  return quizLinkWith({
    selection: { kind: 'items', items: [singleItem().id, multiItem().id] },
    ...overrides,
  })
}

export function clearStorage(): void {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
}

/** Renders the page for this fragment. By default, the items load without failure. */
export function openAddress(hash: string, loadItems: LoadItems = loadAllItems) {
  const page = <QuizLinkPage topics={topics} loadItems={loadItems} />
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [`/a${hash}`] })
  return { ...render(<RouterProvider router={router} />), router }
}

export function openLink(link: QuizLink, loadItems?: LoadItems) {
  return openAddress(`#${encodeQuizLink(link)}`, loadItems)
}

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

export async function startAs(name: string): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: /^Your name/ }), name)
  await press('Start the quiz')
}

/** Answers the first item right and skips the second. */
export async function answerBoth(): Promise<void> {
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  await press(/^Skip and see/)
}

/** The result in the result code on the page. */
export function submittedResult(): QuizResult {
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Result code' })
  const decoded = decodeResultCode(box.value)
  if (decoded.kind !== 'ok') throw new Error(`the code is ${decoded.kind}`)
  return decoded.result
}
