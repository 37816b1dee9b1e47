// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { PracticePage } from '#features/quiz/practice/practice-page.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { progressStore } from '#store/progress.ts'
import { createAttempt } from '#tests/support/factories.ts'

// It is made by the build.
vi.mock('#content/lesson-chunks.ts', () => ({ loadItems: async () => [] }))

const view = {
  title: 'Practice: Images',
  area: { number: 3, slug: 'images', title: 'Images', address: '/images' },
  groups: [
    {
      title: 'Images',
      topics: [
        {
          id: 'images.multi-stage',
          title: 'Multi-Stage Builds',
          address: '/images/multi-stage',
          quiz: '/q.js',
          items: 6,
        },
      ],
    },
  ],
}

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

test('Discard it puts the focus on the title, and the quiz is gone', async () => {
  saveAttempt(createAttempt())
  render(
    <MemoryRouter>
      <PracticePage view={view} />
    </MemoryRouter>,
  )
  screen.getByRole('button', { name: 'Discard it' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('heading', { level: 1, name: 'Practice: Images' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  expect(progressStore.getState().sessions['area:images']?.value).toBeNull()
})
