// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import type { Role } from '#domain/role.ts'
import { ContinueLink } from '#features/home/continue-link.tsx'
import { recordAnswer } from '#store/answers.ts'
import { recordLessonOpened } from '#store/lessons.ts'
import { setRole } from '#store/settings.ts'
import { resetBrowser } from '#tests/components/progress/course.ts'
import { answerArbitrary } from '#tests/unit/progress/arbitraries.ts'

const topics = [
  { id: 'images.layering', title: 'Layering', address: '/images/layering', minutes: 9, words: 900 },
]
const areas = [{ number: 3, title: 'Images', promise: '', address: '/images', topics }]
const primers = [
  { id: 'start.first-container', title: 'First', note: '', minutes: 7, address: '/start/first-container' },
  { id: 'start.second', title: 'Second', note: '', minutes: 4, address: '/start/second' },
]

function linkFor(role: Role): HTMLElement {
  setRole(role)
  render(
    <MemoryRouter>
      <ContinueLink areas={areas} primers={primers} />
    </MemoryRouter>,
  )
  return screen.getByRole('link')
}

beforeEach(resetBrowser)

test('a new beginner is sent to the first primer', () => {
  const link = linkFor('beginner')
  expect(link).toHaveAccessibleName('Start with First')
  expect(link).toHaveAttribute('href', '/start/first-container')
})

test.each(['practitioner', 'manager'] as const)('a new %s is sent to the first topic', (role) => {
  expect(linkFor(role)).toHaveAttribute('href', '/images/layering')
})

test('a beginner who has started the self-check is sent to the first topic', () => {
  const { at: _at, ...answer } = answerArbitrary({ item: 'start.first-container.q-parts' })
  recordAnswer(answer)
  expect(linkFor('beginner')).toHaveAccessibleName('Start with Layering')
})

test('a beginner who has opened a topic continues with it', () => {
  recordLessonOpened('images.layering')
  expect(linkFor('beginner')).toHaveAccessibleName('Continue with Layering')
})
