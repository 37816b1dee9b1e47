// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { assignmentId } from '#domain/quiz/assignment-id.ts'
import { compressJson } from '#domain/quiz-link/compressed-json.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { QuizLinkPage } from '#features/quiz-link/quiz-link-page.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { progressStore } from '#store/progress.ts'
import { createAttempt, itemsOfEveryKind, multiItem, singleItem } from '#tests/support/factories.ts'
import { quizLinkWith } from '#tests/unit/quiz-link/arbitraries.ts'
import {
  answerBoth,
  clearStorage,
  loadAllItems,
  openAddress,
  openLink,
  press,
  startAs,
  submittedResult,
  twoItems,
} from './open-link.tsx'

beforeEach(clearStorage)

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const heading = () => screen.getByRole('heading', { level: 1 }).textContent

test('the prerendered page is neutral and says what it needs', () => {
  const addresses = { home: '/', quiz: '/quiz', instructor: '/instructor' }
  const html = renderToString(
    <MemoryRouter initialEntries={['/a']}>
      <QuizLinkPage topics={[]} addresses={addresses} loadItems={loadAllItems} renderQuiz={() => null} />
    </MemoryRouter>,
  )
  expect(html).toContain('Quiz link')
  expect(html).toMatch(/<noscript>.*needs JavaScript/s)
  expect(html).not.toContain('doesn’t contain one')
})

test('without a link the page says what it is for, and where to go', () => {
  openAddress('')
  expect(screen.getByText(/doesn’t contain one/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Make a quiz link' }).getAttribute('href')).toBe('/instructor')
  expect(screen.getByRole('link', { name: 'Practice without a link' }).getAttribute('href')).toBe('/quiz')
})

const code = encodeQuizLink(twoItems())
test.each<[string, string, RegExp]>([
  ['a torn link', code.slice(0, -9), /^Part of this link is missing$/],
  ['a changed link', code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), /^This link was changed/],
  ['a newer link', wrapPayload('2', 'AAAA'), /^This link is newer/],
  ['a link that asks for nonsense', wrapPayload('1', compressJson(['<b>', null])), /^This isn’t a quiz/],
])('%s has a page of its own that says what to do', (_name, hash, title) => {
  openAddress(`#${hash}`)
  expect(heading()).toMatch(title)
  expect(screen.getByText(/[Oo]pen it|open the link|make a new one/)).toBeTruthy()
  expect(screen.getByText(/progress is safe/)).toBeTruthy()
})

test('the page says what is asked before anything starts', async () => {
  openLink(twoItems({ minutes: 20, tries: 1, due: '2999-11-30T23:59Z', feedback: 'never' }))
  expect(heading()).toBe('Week 3: images')
  await screen.findByRole('button', { name: 'Start the quiz' })
  const terms = screen.getAllByRole('term').map((term) => term.textContent)
  expect(terms).toEqual(['From', 'Questions', 'Answers', 'To pass', 'Due', 'Time limit', 'Tries'])
  const texts = screen.getAllByRole('definition').map((text) => text.textContent)
  expect(texts.slice(0, 4)).toEqual([
    'A. Rossi',
    '2 questions, about 2 minutes',
    'The right answers are not shown. You see which questions you got right.',
    '70% of the points',
  ])
  expect(texts[4]).toMatch(/2999/)
  expect(texts[5]).toMatch(/^20 minutes from when you start.*five minutes/)
})

test("the submitted code contains the learner's name and answers", async () => {
  openLink(twoItems({ passMark: 0.5 }))
  await press('Start the quiz')
  expect(screen.queryByRole('radio')).toBeNull()
  await startAs('  Ada   Lovelace ')
  await answerBoth()
  expect(screen.getByText('Passed.').parentElement?.textContent).toBe(
    'Passed. You got 50% of the points; 50% was needed.',
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
  expect(screen.getByText(/^It contains the title of the quiz, your name, when you finished/)).toBeTruthy()
  expect(progressStore.getState().answers).toMatchObject([{ item: singleItem().id, score: 1 }])
})

test('a reload goes on where the learner was, name and all', async () => {
  const { unmount } = openLink(twoItems())
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  unmount()
  openLink(twoItems())
  expect(await screen.findByText(multiItem().stem)).toBeTruthy()
  await press(/^Skip and see/)
  expect(submittedResult()).toMatchObject({ name: 'Ada', items: [{ percent: 100 }, { percent: null }] })
})

test('name and group typed before the start are there again after a reload, on this link only', async () => {
  const { unmount } = openLink(twoItems({ asks: 'name-and-group' }))
  await userEvent.type(field(/^Your name/), 'Ada')
  await userEvent.type(field(/^Your class/), 'B')
  unmount()
  const other = openLink(twoItems({ asks: 'name-and-group', title: 'Another' }))
  expect([field(/^Your name/).value, field(/^Your class/).value]).toEqual(['', ''])
  other.unmount()
  openLink(twoItems({ asks: 'name-and-group' }))
  expect([field(/^Your name/).value, field(/^Your class/).value]).toEqual(['Ada', 'B'])
  await press('Start the quiz')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ada', group: 'B' })
  // Whoever comes next does not find the name of the one before.
  await press('Someone else is taking it in this browser')
  expect([field(/^Your name/).value, field(/^Your class/).value]).toEqual(['', ''])
})

test('a clock that was years ahead when a quiz began neither ends it nor gives it years', async () => {
  const wrong = Date.now() + 5 * 365 * 24 * 60 * 60 * 1000
  const clock = vi.spyOn(Date, 'now').mockReturnValue(wrong)
  const { unmount } = openLink(twoItems({ minutes: 20 }))
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  unmount()
  clock.mockRestore()
  openLink(twoItems({ minutes: 20 }))
  const option = await screen.findByRole<HTMLInputElement>('radio', { name: /Text of b/ })
  expect(screen.getByRole('timer').textContent).toMatch(/^Time left: (20:00|19:\d\d)$/)
  expect(option.checked).toBe(true)
  await press('Sure')
  await press(/^Skip and see/)
  expect(submittedResult().finishedAt).toBeLessThanOrEqual(Date.now())
})

test('a second try is counted, and with one try there is none', async () => {
  const { unmount } = openLink(twoItems({ tries: 2 }))
  await startAs('Ada')
  await answerBoth()
  await press('Take it again')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ada', attempt: 2 })
  expect(screen.queryByRole('button', { name: 'Take it again' })).toBeNull()
  await press('Someone else is taking it in this browser')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toBeTruthy()
  unmount()
})

test('the skip link of the page does not lose the quiz', async () => {
  const { router } = openLink(twoItems())
  await startAs('Ada')
  await act(() => router.navigate('/a#main'))
  expect(screen.getByText(singleItem().stem)).toBeTruthy()
  await act(() => router.navigate(`/a#${encodeQuizLink(twoItems({ title: 'Another' }))}`))
  expect(heading()).toBe('Another')
})

test('after the due date a quiz can be continued, and its result is late', async () => {
  openLink(twoItems({ due: '2020-01-01T00:00Z' }))
  expect(screen.getByText(/This quiz is past due/)).toBeTruthy()
  await startAs('Ada')
  await answerBoth()
  expect(screen.getByText(/finished after the due time/)).toBeTruthy()
  expect(submittedResult().isLate).toBe(true)
})

test('removed items are reported and skipped', async () => {
  const selection = { kind: 'items' as const, items: ['images.multi-stage.q-gone', singleItem().id] }
  openLink(quizLinkWith({ selection, asks: 'nothing' }))
  expect(await screen.findByText(/One part of this quiz has been removed/)).toBeTruthy()
  expect(screen.getByText('1 question, about 1 minute')).toBeTruthy()
  await press('Start the quiz')
  expect(screen.getByText('1 of 1')).toBeTruthy()
})

test('a link none of whose items are left says so and starts nothing', async () => {
  openLink(quizLinkWith({ selection: { kind: 'items', items: ['gone.topic.q-gone'] } }))
  expect(await screen.findByText(/None of the questions/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Start the quiz' })).toBeNull()
})

test('items that cannot be fetched can be fetched again', async () => {
  let isOnline = false
  openLink(twoItems({ asks: 'nothing' }), async () => {
    if (!isOnline) throw new Error('offline')
    return itemsOfEveryKind()
  })
  await screen.findByText(/^The questions of this quiz did not load/)
  isOnline = true
  await press('Try again')
  await press('Start the quiz')
  expect(screen.getByText(singleItem().stem)).toBeTruthy()
})

test('without confidence one button checks, and the result has no confidence', async () => {
  openLink(twoItems({ asksConfidence: false, asks: 'nothing' }))
  await press('Start the quiz')
  await press('Check the answer')
  expect(screen.getByRole('alert').textContent).toBe('Pick an option first.')
  await userEvent.click(screen.getByRole('radio', { name: /Text of c/ }))
  await press('Check the answer')
  await press(/^Skip and see/)
  expect(submittedResult().items[0]).toEqual({ id: singleItem().id, rev: 1, percent: 0, response: 'c' })
  expect(screen.getByText(/^It contains/).textContent).not.toMatch(/how sure/)
})

test('a practice quiz that is open stays open, and so does a try of another link', async () => {
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
  expect(await screen.findByText(multiItem().stem)).toBeTruthy()
  await press(/^Skip and see/)
  expect(submittedResult()).toMatchObject({ title: 'Week 4', items: [{ percent: 100 }, { percent: null }] })
})

test('where the address holds no link, what was begun in this browser and what is to be handed in are listed', async () => {
  const first = openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  first.unmount()
  const second = openLink(twoItems({ title: 'Week 4' }))
  await startAs('Ada')
  second.unmount()
  saveAttempt(createAttempt())
  openAddress('')
  const begun = screen.getByRole('region', { name: 'In progress in this browser' })
  expect(
    within(begun)
      .getAllByRole('listitem')
      .map((entry) => entry.textContent),
  ).toEqual(['Week 40 of 2 answered'])
  const kept = screen.getByRole('region', { name: 'Results kept in this browser' })
  await userEvent.click(within(kept).getByText('Week 3: images'))
  expect(submittedResult()).toMatchObject({ title: 'Week 3: images', name: 'Ada' })
  const link = within(kept).getByRole('link', { name: 'Open this quiz' })
  expect(link.getAttribute('href')).toBe(`#${encodeQuizLink(twoItems())}`)
})

test('a second learner in the same browser starts a new attempt of that quiz only', async () => {
  saveAttempt(createAttempt())
  openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  await press('Someone else is taking it in this browser')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toBeTruthy()
  expect(progressStore.getState().sessions['area:images']?.value).toEqual(createAttempt())
})

test('text from a link is shown as text only', async () => {
  const title = '<img src=x onerror=alert(1)>'
  const { container } = openLink(twoItems({ title, by: '<script>alert(1)</script>', asks: 'nothing' }))
  expect(heading()).toBe(title)
  await press('Start the quiz')
  await answerBoth()
  expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeTruthy()
  expect(container.querySelector('img, script')).toBeNull()
})
