// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { ProgressPage } from '#features/progress/progress-page.tsx'
import { recordAnswer } from '#store/answers.ts'
import { createBackup } from '#store/backup.ts'
import { setBookmark } from '#store/bookmarks.ts'
import { markRead } from '#store/lessons.ts'
import { progressStore } from '#store/progress.ts'
import { storageStatus } from '#store/save-status.ts'
import { setRole } from '#store/settings.ts'
import { answerArbitrary } from '#tests/unit/progress/arbitraries.ts'
import { pageData, resetBrowser } from './course.ts'

function show() {
  return render(
    <MemoryRouter>
      <ProgressPage data={pageData} />
    </MemoryRouter>,
  )
}

/** The cells of each row in the table of this section. */
function rowsOf(section: string | RegExp): string[][] {
  const table = within(screen.getByRole('region', { name: section })).getByRole('table')
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
}

function answer(item: string, score: number, confidence?: 'guess' | 'sure') {
  const { at: _at, ...rest } = answerArbitrary({ item, score, ...(confidence && { confidence }) })
  recordAnswer(rest)
}

beforeEach(resetBrowser)

test('a newcomer sees what to do first and where to start', () => {
  show()
  expect(screen.getByText(/Nothing yet\. Read a topic/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Start with DevOps Essentials' })).toHaveAttribute(
    'href',
    '/start/devops-essentials',
  )
  expect(rowsOf('docker history you:latest')).toEqual([
    ['<base>', '–', 'FROM scratch: you, and no layers yet', '0 questions'],
  ])
  expect(screen.getByText(/“Bookmark” at the end of a topic/)).toBeInTheDocument()
})

test('a practitioner starts with the first topic, and so does a beginner who has started the self-check', () => {
  setRole('practitioner')
  const { unmount } = show()
  expect(screen.getByRole('link', { name: 'Start with Layering' })).toHaveAttribute(
    'href',
    '/images/layering',
  )
  unmount()
  setRole('beginner')
  answer('start.devops-essentials.q-built-twice', 1)
  show()
  expect(screen.getByRole('link', { name: 'Start with Layering' })).toBeInTheDocument()
})

test('before storage is read the page claims nothing', () => {
  storageStatus.setState({ saveStatus: { kind: 'unknown' } })
  show()
  expect(screen.getByText(/needs JavaScript/)).toBeInTheDocument()
  expect(screen.queryByText(/Nothing yet/)).not.toBeInTheDocument()
})

test('finished topics are layers, newest first, sized by correct answers', () => {
  markRead('images.layering')
  markRead('images.dockerignore')
  answer('images.layering.q-size', 1)
  answer('images.layering.q-cow', 0.5)
  show()
  const rows = rowsOf('docker history you:latest').map(([_digest, ...cells]) => cells)
  expect(rows).toContainEqual(['just now', '03Layering', '1 of 2 right'])
  expect(rows).toContainEqual(['just now', '03.dockerignore', 'no answers, 0 questions'])
  expect(rows.at(-1)).toEqual(['–', 'FROM scratch', '0 questions'])
  expect(
    screen.getByText(/read 2 of 2 topics and answered 2 of 2 quiz questions, 1 of them fully correct/),
  ).toBeInTheDocument()
  expect(rowsOf('Scores')).toEqual([
    ['DevOps Essentials', '–', '0 of 2', 'Self-check'],
    ['03Images', '2 of 2', '1 of 2', 'Quiz on Images'],
  ])
  expect(screen.getByRole('link', { name: /mixed quiz/ })).toHaveAttribute('href', '/quiz')
})

test('a primer’s self-check has a score that counts for no area', () => {
  answer('start.devops-essentials.q-built-twice', 1)
  answer('start.devops-essentials.q-ranking', 0)
  show()
  expect(
    screen.getByText(
      /answered 0 of 2 quiz questions, .* In the primers’ self-checks, 1 of 2 questions are right\./,
    ),
  ).toBeInTheDocument()
  expect(rowsOf('Scores')).toEqual([
    ['DevOps Essentials', '–', '1 of 2', 'Self-check'],
    ['03Images', '0 of 2', '0 of 2', 'Quiz on Images'],
  ])
  expect(screen.getByRole('link', { name: 'DevOps Essentials' })).toHaveAttribute(
    'href',
    '/start/devops-essentials',
  )
})

test('calibration shows right answers by confidence in numbers', () => {
  answer('images.layering.q-size', 1, 'sure')
  answer('images.layering.q-cow', 0, 'sure')
  show()
  expect(rowsOf('How sure, how right')).toEqual([
    ['Guess', '0', '–'],
    ['Fairly sure', '0', '–'],
    ['Sure', '2', '1 (50%)'],
  ])
})

test('a bookmark is listed and can be removed', async () => {
  setBookmark('images.dockerignore', true)
  show()
  await userEvent.click(screen.getByRole('button', { name: 'Remove the bookmark of .dockerignore' }))
  expect(progressStore.getState().bookmarks['images.dockerignore']?.on).toBe(false)
  expect(screen.getByText(/“Bookmark” at the end of a topic/)).toBeInTheDocument()
})

test('a reset can be undone with the same button', async () => {
  markRead('images.layering')
  show()
  await userEvent.click(screen.getByText('Reset progress…'))
  await userEvent.click(screen.getByRole('button', { name: 'Reset now' }))
  expect(screen.getByText(/Progress was reset/)).toBeInTheDocument()
  expect(rowsOf('docker history you:latest')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Undo the reset' }))
  expect(rowsOf('docker history you:latest')).toHaveLength(2)
})

test('a reset that cannot be stored reports this, changes nothing, and can be retried', async () => {
  markRead('images.layering')
  show()
  await userEvent.click(screen.getByText('Reset progress…'))
  const write = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  await userEvent.click(screen.getByRole('button', { name: 'Reset now' }))
  expect(
    screen.getByText(/^Not reset; nothing has changed. This browser’s storage is full/),
  ).toBeInTheDocument()
  expect(rowsOf('docker history you:latest')).toHaveLength(2)
  write.mockRestore()
  await userEvent.click(screen.getByRole('button', { name: 'Try the reset again' }))
  expect(screen.getByText(/Progress was reset/)).toBeInTheDocument()
  expect(rowsOf('docker history you:latest')).toHaveLength(1)
})

/** Returns a backup with one answer and one topic read, and leaves a new browser. */
function aBackup(): string {
  markRead('images.layering')
  answer('images.layering.q-size', 1)
  const text = createBackup()
  resetBrowser()
  return text
}

test('a backup file is restored, and the changes are reported', async () => {
  const backup = new File([aBackup()], 'backup.json', { type: 'application/json' })
  show()
  await userEvent.upload(screen.getByLabelText('Backup file'), backup)
  await screen.findByText('Restored: 1 answer, 1 topic read. What was here before is still here.')
  expect(rowsOf('docker history you:latest')).toHaveLength(2)
})

test('the text of a backup can be pasted; a second time it changes nothing', async () => {
  const text = aBackup()
  show()
  await userEvent.click(screen.getByText(/Paste the text/))
  await userEvent.click(screen.getByLabelText('Text of the backup'))
  await userEvent.paste(text)
  const button = screen.getByRole('button', { name: 'Restore from this text' })
  await userEvent.click(button)
  expect(screen.getByText(/^Restored: 1 answer/)).toBeInTheDocument()
  await userEvent.click(button)
  expect(screen.getByText(/everything in this backup is already here/)).toBeInTheDocument()
})

test.each([
  ['a picture', '\u0089PNG', /can’t be read as a backup of this course\. It is not JSON/],
  ['markup', '<img src=x onerror=alert(1)>', /It is not JSON/],
  ['a newer backup', '{"version":7}', /has version 7, and this page reads/],
])('%s changes nothing and gives the reason', async (_name, text, words) => {
  show()
  await userEvent.upload(screen.getByLabelText('Backup file'), new File([text], 'x.json'))
  await waitFor(() => expect(screen.getByText(words)).toHaveTextContent(/^Nothing changed\./))
  expect(progressStore.getState()).toEqual(emptyProgress)
})

test('a file that is far too large is rejected unread', async () => {
  show()
  await userEvent.upload(screen.getByLabelText('Backup file'), new File(['x'.repeat(6_000_000)], 'x.json'))
  await screen.findByText(/The file is 6\.0 MB; a backup is at most 5\.0 MB/)
})
