// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { assignmentId } from '#domain/quiz/assignment-id.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { saveAttempt } from '#store/attempts.ts'
import { progressStore } from '#store/progress.ts'
import { createAttempt, multiItem, singleItem } from '#tests/support/factories.ts'
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

const field = (name: RegExp) => screen.getByRole('textbox', { name })
const heading = () => screen.getByRole('heading', { level: 1 })

test("the submitted code contains the learner's name and answers", async () => {
  openLink(twoItems({ passMark: 0.5 }))
  await press('Start the quiz')
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  await startAs('  Ada   Lovelace ')
  await answerBoth()
  expect(screen.getByText('Passed.').parentElement).toHaveTextContent(
    /^Passed\. You got 50% of the points; 50% was needed\.$/,
  )
  expect(submittedResult()).toMatchObject({
    assignment: assignmentId(encodeQuizLink(twoItems({ passMark: 0.5 }))),
    title: 'Week 3: images',
    name: 'Ada Lovelace',
    attempt: 1,
    isLate: false,
    items: [
      { id: singleItem().id, rev: 1, percent: 100, confidence: 'sure', response: 'b' },
      { id: multiItem().id, rev: 1, percent: null },
    ],
  })
  expect(
    screen.getByText(/^It contains the title of the quiz, your name, when you finished/),
  ).toBeInTheDocument()
  expect(progressStore.getState().answers).toMatchObject([{ item: singleItem().id, score: 1 }])
})

test('after a reload the attempt continues at the same item, with the name', async () => {
  const { unmount } = openLink(twoItems())
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  unmount()
  openLink(twoItems())
  expect(await screen.findByText(multiItem().stem)).toBeInTheDocument()
  await press(/^Skip and see/)
  expect(submittedResult()).toMatchObject({ name: 'Ada', items: [{ percent: 100 }, { percent: null }] })
})

test('a name that is too long is not cut: the field says how long it may be, and the quiz does not start', async () => {
  openLink(twoItems())
  await userEvent.click(field(/^Your name/))
  await userEvent.paste('Ada '.repeat(20))
  await press('Start the quiz')
  expect(field(/^Your name/)).toHaveValue('Ada '.repeat(20))
  expect(field(/^Your name/)).toBeInvalid()
  expect(field(/^Your name/)).toHaveProperty(
    'validationMessage',
    'At most 60 characters, please. This has 79.',
  )
  expect(screen.queryByText(singleItem().stem)).not.toBeInTheDocument()
  // A draft outlives the page.
  await userEvent.clear(field(/^Your name/))
})

test('name and group typed before the start survive a reload, on this link only', async () => {
  const { unmount } = openLink(twoItems({ asks: 'name-and-group' }))
  await userEvent.type(field(/^Your name/), 'Ada')
  await userEvent.type(field(/^Your class/), 'B')
  unmount()
  const other = openLink(twoItems({ asks: 'name-and-group', title: 'Another' }))
  expect(field(/^Your name/)).toHaveValue('')
  expect(field(/^Your class/)).toHaveValue('')
  other.unmount()
  openLink(twoItems({ asks: 'name-and-group' }))
  expect(field(/^Your name/)).toHaveValue('Ada')
  expect(field(/^Your class/)).toHaveValue('B')
  await press('Start the quiz')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ada', group: 'B' })
  // The next learner does not see the previous one’s name.
  await press('Someone else is taking it in this browser')
  expect(field(/^Your name/)).toHaveValue('')
  expect(field(/^Your class/)).toHaveValue('')
})

test('a quiz started with a clock years ahead neither ends nor gains time', async () => {
  const wrong = Date.now() + 5 * 365 * 24 * 60 * 60 * 1000
  const clock = vi.spyOn(Date, 'now').mockReturnValue(wrong)
  const { unmount } = openLink(twoItems({ minutes: 20 }))
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  unmount()
  clock.mockRestore()
  openLink(twoItems({ minutes: 20 }))
  // Correcting the clock renders the quiz again, so the option must be looked up again.
  expect(await screen.findByRole('radio', { name: /Text of b/, checked: true })).toBeInTheDocument()
  expect(screen.getByRole('timer')).toHaveTextContent(/^Time left: (20:00|19:\d\d)$/)
  await press('Sure')
  await press(/^Skip and see/)
  expect(submittedResult().finishedAt).toBeLessThanOrEqual(Date.now())
})

test('a second attempt is numbered, and with one attempt allowed there is none', async () => {
  const { unmount } = openLink(twoItems({ tries: 2 }))
  await startAs('Ada')
  await answerBoth()
  await press('Take it again')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ada', attempt: 2 })
  expect(screen.queryByRole('button', { name: 'Take it again' })).not.toBeInTheDocument()
  await press('Someone else is taking it in this browser')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toBeInTheDocument()
  unmount()
})

test('the skip link of the page does not leave the quiz', async () => {
  const { router } = openLink(twoItems())
  await startAs('Ada')
  await act(() => router.navigate('/a#main'))
  expect(screen.getByText(singleItem().stem)).toBeInTheDocument()
  await act(() => router.navigate(`/a#${encodeQuizLink(twoItems({ title: 'Another' }))}`))
  expect(heading()).toHaveAccessibleName('Another')
})

test('after the due date a quiz can be continued, and its result is late', async () => {
  openLink(twoItems({ due: '2020-01-01T00:00Z' }))
  expect(screen.getByText(/This quiz is past due/)).toBeInTheDocument()
  await startAs('Ada')
  await answerBoth()
  expect(screen.getByText(/finished after the due time/)).toBeInTheDocument()
  expect(submittedResult().isLate).toBe(true)
})

test('without confidence, one button checks, and the result has no confidence', async () => {
  openLink(twoItems({ asksConfidence: false, asks: 'nothing' }))
  await press('Start the quiz')
  await press('Check the answer')
  expect(screen.getByRole('alert')).toHaveTextContent(/^Pick an option first\.$/)
  await userEvent.click(screen.getByRole('radio', { name: /Text of c/ }))
  await press('Check the answer')
  await press(/^Skip and see/)
  expect(submittedResult().items[0]).toEqual({ id: singleItem().id, rev: 1, percent: 0, response: 'c' })
  expect(screen.getByText(/^It contains/)).not.toHaveTextContent(/how sure/)
})

test('an open practice quiz stays open, and so does an attempt of another link', async () => {
  const practice = createAttempt({ title: 'Images', startedAt: 1 })
  saveAttempt(practice)
  const first = openLink(twoItems({ title: 'Week 4' }))
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  first.unmount()
  const second = openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  second.unmount()
  expect(progressStore.getState().sessions['area:images']?.value).toEqual(practice)
  saveAttempt({ ...practice, at: 1 })
  openLink(twoItems({ title: 'Week 4' }))
  expect(await screen.findByText(multiItem().stem)).toBeInTheDocument()
  await press(/^Skip and see/)
  expect(submittedResult()).toMatchObject({ title: 'Week 4', items: [{ percent: 100 }, { percent: null }] })
})

test('a second learner in the same browser starts a new attempt of that quiz only', async () => {
  saveAttempt(createAttempt())
  openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  await press('Someone else is taking it in this browser')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toBeInTheDocument()
  expect(progressStore.getState().sessions['area:images']?.value).toEqual(createAttempt())
})
