// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { type AttemptEvent, applyAttemptEvent } from '#domain/quiz/attempt-events.ts'
import { QuizRunner } from '#features/quiz/quiz.tsx'
import { correctResponse } from '#tests/support/correct-response.ts'
import {
  createAttempt,
  itemsOfEveryKind,
  multiItem,
  shortItem,
  singleItem,
} from '#tests/support/factories.ts'

const single = singleItem()
const multi = multiItem()
const two = { items: [single.id, multi.id] }

/** A quiz whose attempt is component state. Its events are added to `events`. */
function Running({ start, events, canRetry }: { start: Attempt; events: AttemptEvent[]; canRetry: boolean }) {
  const [attempt, setAttempt] = useState(start)
  return (
    <QuizRunner
      attempt={attempt}
      items={itemsOfEveryKind()}
      onEvent={(...happened) => {
        events.push(...happened)
        setAttempt((before) => happened.reduce(applyAttemptEvent, before))
      }}
      now={() => 1_700_000_100_000}
      itemAddress={(item) => `/images/multi-stage#${item.home}`}
      backLink={{ href: '/images', text: 'Back to Images' }}
      canRetry={canRetry}
    />
  )
}

function running(overrides: Partial<Attempt> = two, canRetry = true) {
  const events: AttemptEvent[] = []
  render(
    <MemoryRouter>
      <Running start={createAttempt(overrides)} events={events} canRetry={canRetry} />
    </MemoryRouter>,
  )
  return { events, user: userEvent.setup() }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('an answer is checked by choosing a confidence', async () => {
  const { events, user } = running()
  await user.click(screen.getByRole('radio', { name: /Text of b/ }))
  expect(events).toEqual([])
  await user.click(
    within(screen.getByRole('group', { name: 'How sure are you?' })).getByRole('button', { name: 'Sure' }),
  )
  expect(events).toEqual([
    {
      kind: 'answered',
      item: single.id,
      response: 'b',
      score: 1,
      confidence: 'sure',
      at: 1_700_000_100_000,
    },
  ])
})

test('after checking, the feedback has the focus and shows explanation, home and sources', async () => {
  const { user } = running()
  await user.click(screen.getByRole('radio', { name: /Text of a/ }))
  await press('Guess')
  expect(screen.getByRole('heading', { name: 'Not right' })).toHaveFocus()
  expect(screen.getByText('Why a.')).toBeInTheDocument()
  expect(screen.getByText('Only the last stage is shipped.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Read it in the lesson' })).toHaveAttribute(
    'href',
    '/images/multi-stage#one-file-two-stages',
  )
  expect(screen.getByRole('link', { name: /docs.docker.com/ })).toHaveAttribute('href', single.sources[0])
  expect(screen.queryByRole('group', { name: 'How sure are you?' })).not.toBeInTheDocument()
})

test('checking without an answer says what is missing', async () => {
  const { events } = running()
  await press('Sure')
  expect(screen.getByRole('alert')).toHaveTextContent(/^Pick an option first\.$/)
  expect(events).toEqual([])
})

test('a quiz can be taken by keyboard: digits select, Enter continues', async () => {
  const { events, user } = running()
  screen.getByText(single.stem).focus()
  await user.keyboard('2')
  expect(screen.getByRole('radio', { name: /Text of b/, checked: true })).toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Fairly sure' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { name: 'Right' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByText(multi.stem).closest('[tabindex]')).toHaveFocus()
  expect(screen.getByRole('heading', { name: '2 of 2' })).toBeInTheDocument()
  await user.keyboard('13{Enter}{Enter}{Enter}')
  expect(screen.getByRole('heading', { name: '2 of 2' })).toHaveFocus()
  expect(events.map((event) => event.kind)).toEqual(['answered', 'moved', 'answered', 'finished'])
})

test('digits typed into a text field select nothing', async () => {
  const { user } = running({ items: [shortItem().id] })
  const input = screen.getByRole<HTMLInputElement>('textbox')
  await user.type(input, 'docker run -p 8080:80{Enter}')
  expect(input).toHaveValue('docker run -p 8080:80')
  expect(screen.getByRole('button', { name: 'Fairly sure' })).toHaveFocus()
})

test('the result shows the score and each item’s outcome, and takes the focus', async () => {
  const { user } = running()
  await user.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  await press('Next')
  await user.click(screen.getByRole('checkbox', { name: /Text of a/ }))
  await press('Sure')
  expect(screen.getByRole('heading', { name: 'Partly right: 0.5 of 1' })).toHaveFocus()
  await press('See the result')
  expect(screen.getByRole('heading', { name: '1.5 of 2' })).toHaveFocus()
  expect(screen.getByText('Right: 1 · Partly right: 1.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Back to Images' })).toHaveAttribute('href', '/images')
})

test('a retry asks only the items that were not fully right', async () => {
  const { user } = running()
  await user.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  await press('Next')
  await press('Skip and see the result')
  await press('Retry what you got wrong')
  expect(screen.getByRole('heading', { name: '1 of 1' })).toBeInTheDocument()
  expect(screen.getByText(multi.stem).closest('[tabindex]')).toHaveFocus()
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
})

test('if every answer counts, there is no retry', async () => {
  running({ ...two, finishedAt: 5 }, false)
  expect(screen.queryByRole('button', { name: /Try again/ })).not.toBeInTheDocument()
})

test('feedback at the end: none before the result, all of it there', async () => {
  const { user } = running({ ...two, feedback: 'end' })
  await user.click(screen.getByRole('radio', { name: /Text of a/ }))
  await press('Sure')
  expect(screen.queryByText('Why a.')).not.toBeInTheDocument()
  expect(screen.getByText(multi.stem).closest('[tabindex]')).toHaveFocus()
  await press('Previous question')
  expect(screen.getByRole('radio', { name: /Text of a/, checked: true })).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  await press('Skip and see the result')
  expect(screen.getByRole('heading', { name: '1 of 2' })).toHaveFocus()
  const [row] = screen.getAllByRole('listitem')
  await user.click(within(row!).getByText(single.stem, { selector: 'summary *' }))
  expect(within(row!).getByText('Why b.')).toBeInTheDocument()
})

test('feedback never: the result shows outcomes but no answers', async () => {
  const answers = { [single.id]: { response: 'a', score: 0, at: 1 } }
  running({ ...two, feedback: 'never', answers, finishedAt: 5 })
  expect(screen.getByText('Not right')).toBeInTheDocument()
  expect(screen.queryByText(/Why/)).not.toBeInTheDocument()
  expect(screen.queryByText('Text of b')).not.toBeInTheDocument()
})

test('a reopened quiz is at the same item and does not take the focus', () => {
  const answers = { [single.id]: { response: 'a', score: 0, confidence: 'sure' as const, at: 1 } }
  running({ ...two, answers })
  expect(screen.getByRole('heading', { name: 'Not right' })).not.toHaveFocus()
  expect(screen.getByRole('radio', { name: /Text of a/, checked: true })).toBeInTheDocument()
  expect(screen.getByText(/You were sure of it/)).toBeInTheDocument()
})

test('a result reviews every kind of item', async () => {
  const answers = Object.fromEntries(
    itemsOfEveryKind().map((item) => [item.id, { response: correctResponse(item), score: 1, at: 1 }]),
  )
  running({ answers, finishedAt: 5 })
  expect(screen.getByRole('heading', { name: '7 of 7' })).toBeInTheDocument()
  expect(screen.getByText('All correct.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Try again/ })).not.toBeInTheDocument()
  expect(screen.getAllByRole('heading', { name: 'Right', hidden: true })).toHaveLength(7)
})
