// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { compressJson } from '#domain/quiz-link/compressed-json.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { QuizLinkPage } from '#features/quiz-link/quiz-link-page.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { createAttempt, itemsOfEveryKind, singleItem } from '#tests/support/factories.ts'
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

const heading = () => screen.getByRole('heading', { level: 1 })

test('the prerendered page is neutral and says what it requires', () => {
  const html = renderToString(
    <MemoryRouter initialEntries={['/a']}>
      <QuizLinkPage topics={[]} loadItems={loadAllItems} />
    </MemoryRouter>,
  )
  expect(html).toContain('Quiz link')
  expect(html).toMatch(/<noscript>.*needs JavaScript/s)
  expect(html).not.toContain('doesn’t contain one')
})

test('without a link, the page explains itself and links to other pages', () => {
  openAddress('')
  expect(screen.getByText(/doesn’t contain one/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Make a quiz link' })).toHaveAttribute('href', '/instructor')
  expect(screen.getByRole('link', { name: 'Practice without a link' })).toHaveAttribute('href', '/quiz')
})

const code = encodeQuizLink(twoItems())
test.each<[string, string, RegExp]>([
  ['a torn link', code.slice(0, -9), /^Part of this link is missing$/],
  ['a changed link', code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), /^This link was changed/],
  ['a newer link', wrapPayload('2', 'AAAA'), /^This link is newer/],
  ['a link that asks for nonsense', wrapPayload('1', compressJson(['<b>', null])), /^This isn’t a quiz/],
])('%s has its own page that says what to do', (_name, hash, title) => {
  openAddress(`#${hash}`)
  expect(heading()).toHaveAccessibleName(title)
  expect(screen.getByText(/[Oo]pen it|open the link|make a new one/)).toBeInTheDocument()
  expect(screen.getByText(/progress is safe/)).toBeInTheDocument()
})

test('the page describes the quiz before it starts', async () => {
  openLink(twoItems({ minutes: 20, tries: 1, due: '2999-11-30T23:59Z', feedback: 'never' }))
  expect(heading()).toHaveAccessibleName('Week 3: images')
  await screen.findByRole('button', { name: 'Start the quiz' })
  const terms = screen.getAllByRole('term').map((term) => term.textContent)
  expect(terms).toEqual(['From', 'Questions', 'Answers', 'To pass', 'Due', 'Time limit', 'Attempts'])
  const texts = screen.getAllByRole('definition').map((text) => text.textContent)
  expect(texts.slice(0, 4)).toEqual([
    'A. Rossi',
    '2 questions, about 2 minutes',
    'Correct answers are not shown. You see which questions you got right.',
    '70% of the points',
  ])
  expect(texts[4]).toMatch(/2999/)
  expect(texts[5]).toMatch(/^20 minutes from when you start.*five minutes/)
})

test('removed items are reported and skipped', async () => {
  const selection = { kind: 'items' as const, items: ['images.multi-stage.q-gone', singleItem().id] }
  openLink(quizLinkWith({ selection, asks: 'nothing' }))
  expect(await screen.findByText(/One part of this quiz has been removed/)).toBeInTheDocument()
  expect(screen.getByText('1 question, about 1 minute')).toBeInTheDocument()
  await press('Start the quiz')
  expect(screen.getByText('1 of 1')).toBeInTheDocument()
})

test('a link whose items were all removed says so and cannot be started', async () => {
  openLink(quizLinkWith({ selection: { kind: 'items', items: ['gone.topic.q-gone'] } }))
  expect(await screen.findByText(/None of the questions/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Start the quiz' })).not.toBeInTheDocument()
})

test('loading items can be retried after a failure', async () => {
  let isOnline = false
  openLink(twoItems({ asks: 'nothing' }), async () => {
    if (!isOnline) throw new Error('offline')
    return itemsOfEveryKind()
  })
  await screen.findByText(/^The questions of this quiz did not load/)
  isOnline = true
  await press('Try again')
  await press('Start the quiz')
  expect(screen.getByText(singleItem().stem)).toBeInTheDocument()
})

test('without a link in the address, open attempts and results to submit are listed', async () => {
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
  const kept = screen.getByRole('region', { name: 'Results in this browser' })
  await userEvent.click(within(kept).getByText('Week 3: images'))
  expect(submittedResult()).toMatchObject({ title: 'Week 3: images', name: 'Ada' })
  const link = within(kept).getByRole('link', { name: 'Open this quiz' })
  expect(link).toHaveAttribute('href', `#${encodeQuizLink(twoItems())}`)
})

test('text from a link is shown as text only', async () => {
  const title = '<img src=x onerror=alert(1)>'
  const { container } = openLink(twoItems({ title, by: '<script>alert(1)</script>', asks: 'nothing' }))
  expect(heading()).toHaveAccessibleName(title)
  await press('Start the quiz')
  await answerBoth()
  expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeInTheDocument()
  expect(container.querySelector('img, script')).not.toBeInTheDocument()
})
