import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { InstructorPage } from '#features/instructor/instructor-page.tsx'
import { areas, linkAddress, loadItems } from './course.ts'

export function clearStorage(): void {
  localStorage.clear()
  sessionStorage.clear()
}

export const show = () =>
  render(<InstructorPage areas={areas} linkAddress={linkAddress} loadItems={loadItems} />)
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of the quiz' })
export const keysOf = (part: string) => Object.keys(localStorage).filter((key) => key.includes(part))

/** Leaves the page and returns to it. */
export function comeBack(): void {
  cleanup()
  show()
}

/** Dispatches the storage event of a change in another tab. */
export async function otherTabChanged(): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  })
}

export async function read(...results: QuizResult[]): Promise<void> {
  const field = screen.getByRole('textbox', { name: /^Result codes/ })
  fireEvent.change(field, {
    target: { value: results.map((each) => encodeResultCode(each).code).join('\n') },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Read the codes' }))
  await screen.findByText(/results? read/)
}
