// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { PracticePage } from '#features/quiz/practice/practice-page.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { progressStore } from '#store/progress.ts'
import { selectRole } from '#store/role.ts'
import { createAttempt } from '#tests/support/factories.ts'

// The build generates this module.
vi.mock('#content/lesson-chunks.ts', () => ({ loadItems: async () => [] }))

const pageData = {
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
          itemsByRole: { beginner: 4, practitioner: 3, manager: 0 },
        },
      ],
    },
  ],
}

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

test('the depth is the reader’s own until they choose another', async () => {
  selectRole('practitioner')
  render(
    <MemoryRouter>
      <PracticePage data={pageData} />
    </MemoryRouter>,
  )
  const depth = screen.getByRole('combobox', { name: 'Depth' })
  expect(depth).toHaveValue('practitioner')
  expect(screen.getByText('from 3 questions in 1 topic')).toBeInTheDocument()
  await userEvent.selectOptions(depth, 'All depths')
  expect(screen.getByText('from 6 questions in 1 topic')).toBeInTheDocument()
})

test('if the reader’s depth has no items, the quiz offers all depths', async () => {
  selectRole('manager')
  render(
    <MemoryRouter>
      <PracticePage data={pageData} />
    </MemoryRouter>,
  )
  expect(screen.getByRole('combobox', { name: 'Depth' })).toHaveValue('all')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Depth' }), 'Manager')
  expect(screen.getByText(/^No questions at this depth/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Start the quiz' })).toBeDisabled()
})

test('“Discard it” deletes the quiz and moves the focus to the title', async () => {
  saveAttempt(createAttempt())
  render(
    <MemoryRouter>
      <PracticePage data={pageData} />
    </MemoryRouter>,
  )
  screen.getByRole('button', { name: 'Discard it' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('heading', { level: 1, name: 'Practice: Images' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  expect(progressStore.getState().sessions['area:images']?.value).toBeNull()
})
