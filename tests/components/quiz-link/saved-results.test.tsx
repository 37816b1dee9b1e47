// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { QuizLinkResults } from '#features/quiz-link/quiz-link-results.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { createBackup, restoreBackup } from '#store/backup.ts'
import { progressStore } from '#store/progress.ts'
import { createAttempt, singleItem } from '#tests/support/factories.ts'
import {
  answerBoth,
  clearStorage,
  openAddress,
  openLink,
  press,
  startAs,
  submittedResult,
  twoItems,
} from './open-link.tsx'

beforeEach(clearStorage)

const someoneElse = /Someone else is taking it in this browser/
const rows = (title: string) => within(screen.getByRole('region', { name: title })).getAllByRole('listitem')
/** The summary of a result. Its text is compared as a whole, because the name in it has its own element. */
const summaryOf = (text: string) =>
  screen.getByText(
    (_, element) => element?.parentElement?.tagName === 'SUMMARY' && element.textContent === text,
  )
const texts = (title: string) => rows(title).map((row) => row.textContent)

/** Ada takes the same link twice. */
async function takeTwice() {
  const page = openLink(twoItems({ tries: 3 }))
  await startAs('Ada')
  await answerBoth()
  await press('Take it again')
  await press(/^Skip$|^Skip/)
  await press(/^Skip and see/)
  return page
}

test("every attempt's result stays with its link and can be submitted later", async () => {
  const page = await takeTwice()
  expect(texts('All results of this quiz')).toEqual([
    expect.stringMatching(/^Ada: 0 of 2 points \(0%\)Attempt 2, finished /),
    expect.stringMatching(/^Ada: 1 of 2 points \(50%\)Attempt 1, finished /),
  ])
  page.unmount()
  openLink(twoItems({ tries: 3 }))
  await screen.findByText('Submit your result')
  await press(someoneElse)
  await userEvent.click(summaryOf('Ada: 1 of 2 points (50%)'))
  expect(submittedResult()).toMatchObject({ attempt: 1, items: [{ percent: 100 }, { percent: null }] })
})

test('a returning learner’s attempt numbers continue', async () => {
  await takeTwice()
  await press(someoneElse)
  await startAs('Bob')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Bob', attempt: 1 })
  await press(someoneElse)
  await startAs('Ada')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ada', attempt: 3 })
})

test('a returning learner who spells the name with other capitals or width has the next attempt number', async () => {
  await takeTwice()
  await press(someoneElse)
  await startAs('ada')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'ada', attempt: 3 })
  await press(someoneElse)
  await startAs('Ａｄａ')
  await answerBoth()
  expect(submittedResult()).toMatchObject({ name: 'Ａｄａ', attempt: 4 })
})

test('switching learners finishes and saves the current attempt after confirmation', async () => {
  openLink(twoItems())
  await startAs('Ada')
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  await press(someoneElse)
  const name = screen.getByText('Ada', { selector: '#someone-else *' })
  expect(name).toHaveAttribute('translate', 'no')
  expect(name.closest('p')).toHaveTextContent(/^Ada has 1 of 2 answered\. This attempt ends here/)
  await press('Continue this attempt')
  expect(document.activeElement).toHaveTextContent(someoneElse)
  await press(someoneElse)
  await press('End it and keep its result')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toHaveFocus()
  expect(texts('Results in this browser')).toEqual([expect.stringMatching(/^Ada: 1 of 2 points/)])
})

test('the focus moves to the next control', async () => {
  openLink(twoItems())
  await startAs('Ada')
  expect(screen.getByText(singleItem().stem).closest('[tabindex]')).toHaveFocus()
  await answerBoth()
  await press('Take it again')
  expect(screen.getByText(singleItem().stem).closest('[tabindex]')).toHaveFocus()
  await answerBoth()
  await press(someoneElse)
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toHaveFocus()
})

test('without a name field the focus moves to the start button', async () => {
  openLink(twoItems({ asks: 'nothing' }))
  await press('Start the quiz')
  await answerBoth()
  await press(someoneElse)
  expect(screen.getByRole('button', { name: 'Start the quiz' })).toHaveFocus()
})

test('deleting a result needs confirmation, and the focus stays in the list', async () => {
  await takeTwice()
  const first = summaryOf('Ada: 1 of 2 points (50%)')
  await userEvent.click(first)
  await press(/^Delete this result/)
  expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus()
  await press('Keep it')
  expect(document.activeElement).toHaveTextContent(/^Delete this result/)
  expect(rows('All results of this quiz')).toHaveLength(2)
  await press(/^Delete this result/)
  await press('Delete it for good')
  expect(rows('All results of this quiz')).toHaveLength(1)
  expect(screen.getByText('All results of this quiz')).toHaveFocus()
  expect(screen.getByText('Result deleted.')).toBeInTheDocument()
  // Deleting the result on screen deletes its attempt, too, so the quiz can be started again.
  await userEvent.click(summaryOf('Ada: 0 of 2 points (0%)'))
  await press(/^Delete this result/)
  await press('Delete it for good')
  expect(screen.getByRole('textbox', { name: /^Your name/ })).toHaveFocus()
  expect(
    progressStore.getState().sessions[`link:${encodeQuizLink(twoItems({ tries: 3 })).slice(1, 7)}`]?.value,
  ).toBeNull()
})

function openProgress() {
  return render(
    <MemoryRouter>
      <QuizLinkResults items={[{ id: singleItem().id, rev: 1 }]} />
    </MemoryRouter>,
  )
}

test('the progress page lists every link’s results and opens their quizzes; without any it shows nothing', async () => {
  const empty = openProgress()
  expect(empty.container).toHaveTextContent(/^$/)
  empty.unmount()
  const { unmount } = openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  unmount()
  openProgress()
  expect(texts('Quiz results')).toEqual([
    expect.stringMatching(/^Week 3: imagesAda: 1 of 2 points \(50%\)Attempt 1/),
  ])
  await userEvent.click(screen.getByText('Week 3: images'))
  expect(submittedResult()).toMatchObject({ name: 'Ada', attempt: 1 })
  expect(screen.getByRole('link', { name: 'Open this quiz' })).toHaveAttribute(
    'href',
    `/a#${encodeQuizLink(twoItems())}`,
  )
})

test('a backup restores results', async () => {
  const { unmount } = openLink(twoItems())
  await startAs('Ada')
  await answerBoth()
  unmount()
  const backup = createBackup()
  clearStorage()
  restoreBackup(backup)
  openLink(twoItems())
  await screen.findByText('Submit your result')
  expect(submittedResult()).toMatchObject({ name: 'Ada' })
})

test('an attempt from before results were saved can be submitted from the progress page', () => {
  const code = encodeQuizLink(twoItems())
  const session = createAttempt({
    title: 'Week 3: images',
    origin: { kind: 'link', code, attempt: 2, name: 'Ada' },
    items: [singleItem().id],
    answers: { [singleItem().id]: { response: 'b', score: 1, at: 5 } },
    startedAt: 1,
    finishedAt: 9,
  })
  const before = { ...progressStore.getState(), version: 3, results: undefined }
  const sessions = { [`link:${code.slice(1, 7)}`]: { value: session, at: 9 } }
  restoreBackup(JSON.stringify({ ...before, sessions }))
  saveAttempt(createAttempt({ ...session, finishedAt: undefined, startedAt: 20, answers: {} }))
  openProgress()
  expect(texts('Quiz results')).toEqual([
    expect.stringMatching(/^Week 3: imagesAda: 1 of 1 point \(100%\)Attempt 2/),
  ])
})

test('a pasted link opens, even inside a message; a text without one gets the reason', async () => {
  openAddress('')
  const field = screen.getByRole('textbox', { name: /^Paste your quiz link/ })
  await press('Open the quiz')
  expect(screen.getByRole('alert')).toHaveTextContent(/^Paste a link first\.$/)
  const code = encodeQuizLink(twoItems())
  await userEvent.click(field)
  await userEvent.paste(`Hi, see https://x.example/a#${code.slice(0, -8)}`)
  await press('Open the quiz')
  expect(screen.getByRole('alert')).toHaveTextContent(/^Part of this link is missing/)
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(`Take <https://x.example/a/%23${code}>.`)
  await press('Open the quiz')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/^Week 3: images$/)
})

test('a pasted link that does not open is still in the field after a reload', async () => {
  const { unmount } = openAddress('')
  const field = () => screen.getByRole('textbox', { name: /^Paste your quiz link/ })
  await userEvent.click(field())
  await userEvent.paste('https://x.example/a#half-a-link')
  await press('Open the quiz')
  unmount()
  openAddress('')
  expect(field()).toHaveValue('https://x.example/a#half-a-link')
})

test.each([
  ['encoded', (code: string) => `#%23${code.replaceAll('_', '%5F')}`],
  ['handed on by the 404 page', (code: string) => `#/%23${code}`],
  ['behind a question mark', (code: string) => `?${code}`],
])('an address whose code is %s opens', async (_name, hashOf) => {
  openAddress(hashOf(encodeQuizLink(twoItems())))
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/^Week 3: images$/)
})
