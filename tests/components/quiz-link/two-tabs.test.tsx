// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { saveAttempt } from '#store/attempts.ts'
import { progressStore } from '#store/progress.ts'
import { multiItem, singleItem } from '#tests/support/factories.ts'
import {
  answerBoth,
  clearStorage,
  openLink,
  press,
  startAs,
  submittedResult,
  twoItems,
} from './open-link.tsx'

beforeEach(clearStorage)

/** The stored attempt of the link. */
function storedAttempt(): Attempt {
  const attempt = Object.values(progressStore.getState().sessions)[0]?.value
  if (!attempt) throw new Error('no attempt is stored')
  return attempt
}

const answer = { response: 'b', score: 1, at: 1 }

test('answers given in another tab are shown here, and count', async () => {
  openLink(twoItems())
  await startAs('Ada')
  const attempt = storedAttempt()
  act(() => saveAttempt({ ...attempt, answers: { [singleItem().id]: answer }, at: 1 }))
  expect(screen.getByText(multiItem().stem)).toBeInTheDocument()
  await press(/^Skip and see/)
  expect(submittedResult().items).toMatchObject([{ percent: 100 }, { percent: null }])
})

test('an attempt finished in another tab is finished here', async () => {
  openLink(twoItems())
  await startAs('Ada')
  const attempt = storedAttempt()
  const finishedAt = attempt.startedAt + 1
  act(() => saveAttempt({ ...attempt, answers: { [singleItem().id]: answer }, finishedAt }))
  expect(submittedResult()).toMatchObject({ finishedAt, items: [{ percent: 100 }, { percent: null }] })
})

test.each(['Take it again', 'Someone else is taking it in this browser'])(
  '“%s” continues the attempt that another tab has started',
  async (button) => {
    openLink(twoItems({ tries: 3 }))
    await startAs('Ada')
    await answerBoth()
    const { finishedAt: _, ...first } = storedAttempt()
    const next = {
      ...first,
      startedAt: first.startedAt + 5000,
      answers: { [singleItem().id]: answer },
      at: 1,
    }
    act(() => saveAttempt(next))
    await press(button)
    expect(screen.getByText(multiItem().stem)).toBeInTheDocument()
    expect(storedAttempt()).toEqual(next)
  },
)

test('an attempt of another quiz in another tab changes nothing here', async () => {
  openLink(twoItems())
  await startAs('Ada')
  const attempt = storedAttempt()
  act(() => saveAttempt({ ...attempt, seed: 'another', answers: { [singleItem().id]: answer }, at: 1 }))
  expect(screen.getByText(singleItem().stem)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /Text of c/ }))
  await press('Sure')
  expect(storedAttempt().answers).toMatchObject({ [singleItem().id]: { response: 'c' } })
})
