// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { importStateStore } from '#features/instructor/import-submissions.ts'
import { InstructorPage } from '#features/instructor/instructor-page.tsx'
import { itemResultWith, resultWith } from '#tests/unit/quiz-link/arbitraries.ts'
import { areas, linkAddress, loadItems } from './course.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const show = () => render(<InstructorPage areas={areas} linkAddress={linkAddress} loadItems={loadItems} />)

/** A learner's result with two items. The second is always wrong. */
function of(name: string, percent: number | null, overrides = {}) {
  const items = [
    itemResultWith({ percent, response: percent === 100 ? 'b' : 'c' }),
    itemResultWith({ id: 'networking.bridge.q-two', rev: 3, percent: 0 }),
  ]
  return resultWith({ name, items, ...overrides })
}
const codeOf = (result: ReturnType<typeof of>) => encodeResultCode(result).code

async function paste(text: string): Promise<void> {
  // The field may have unread text of an earlier test.
  await userEvent.clear(screen.getByRole('textbox', { name: /^Result codes/ }))
  await userEvent.click(screen.getByRole('textbox', { name: /^Result codes/ }))
  await userEvent.paste(text)
  await userEvent.click(screen.getByRole('button', { name: 'Read the codes' }))
}

function rowsOf(name: string | RegExp): string[][] {
  const table = within(screen.getByRole('region', { name })).getByRole('table')
  const [, ...rows] = within(table).getAllByRole('row')
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''))
}

const realCreate = URL.createObjectURL
afterEach(() => {
  URL.createObjectURL = realCreate
})

/** Captures the next file that the page downloads. Returns a function that reads it. */
function caughtDownload(): () => Promise<string | undefined> {
  let caught: Blob | undefined
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) caught = blob
    return 'blob:caught'
  }
  // `Blob.text()` would remove the byte order mark.
  return async () =>
    caught && new TextDecoder('utf-8', { ignoreBOM: true }).decode(await caught.arrayBuffer())
}

test('pasted codes become a table of learners and items', async () => {
  show()
  await paste(`Here is mine: ${codeOf(of('Bob', 0))}\nregards\n${codeOf(of('Ada', 100, { isLate: true }))}`)
  expect(screen.getByText('2 results read.')).toBeInTheDocument()
  const [ada, bob] = rowsOf('Learners in Week 3: images')
  expect([ada?.[0], ada?.[1], ada?.[2], ...(ada ?? []).slice(-2)]).toEqual(['Ada', '1 of 2', 'no', '1', '0'])
  expect(ada?.[3]).toMatch(/, late$/)
  expect([bob?.[0], ...(bob ?? []).slice(-2)]).toEqual(['Bob', '0', '0'])
  expect(screen.getByText(/^2 results count, 0 passed\./)).toBeInTheDocument()
})

test('items show their difficulty and the wrong choices', async () => {
  show()
  await paste(['A', 'B', 'C'].map((name) => codeOf(of(name, name === 'A' ? 100 : 0))).join('\n'))
  await waitFor(() =>
    expect(rowsOf('Items in Week 3: images')[0]).toEqual([
      '1',
      'Which stage is shipped?images.multi-stage.q-single',
      '33% of 3',
      '–',
      '0',
      '2× Text of c',
    ]),
  )
  expect(rowsOf('Items in Week 3: images')[1]?.[2]).toBe('0% of 3')
})

test('unreadable inputs are reported one by one, and the rest is imported', async () => {
  show()
  const torn = codeOf(of('Torn', 100)).slice(0, 60)
  const good = codeOf(of('Good', 100))
  await paste(`${torn}\n${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}\n${good}`)
  expect(screen.getByText('1 result read. 2 could not be read.')).toBeInTheDocument()
  expect(screen.getByText(/result 1/).parentElement).toHaveTextContent(/The end is missing/)
  expect(screen.getByText(/result 2/).parentElement).toHaveTextContent(/It was changed along the way/)
  expect(rowsOf('Learners in Week 3: images')).toHaveLength(1)
})

test('text without a code explains what a code looks like', async () => {
  show()
  await paste('I am done!')
  expect(screen.getByText(/No result found. A result code starts with DM1-/)).toBeInTheDocument()
})

test('a hundred files are imported at once, each learner once', async () => {
  show()
  const files = Array.from({ length: 100 }, (_, at) => {
    const result = of(`Learner ${at}`, at % 2 ? 100 : 0)
    return new File([encodeResultFile(result)], `result-${at}.dmr`)
  })
  const broken = new File(['\u0089PNG'], 'holiday.png')
  const input = screen.getByLabelText(/Result files/)
  // Dropped files are not filtered by `accept`, so turn that off.
  await userEvent.setup({ applyAccept: false }).upload(input, [...files, broken])
  await screen.findByText('100 results read. 1 could not be read.')
  expect(screen.getByText('holiday.png')).toBeInTheDocument()
  expect(rowsOf('Learners in Week 3: images')).toHaveLength(100)
  expect(rowsOf('Items in Week 3: images')[0]?.[3]).toBe('–')
  await userEvent.upload(input, files[0]!)
  await screen.findByText('1 result read. 1 was already here.')
})

test('files that come while others are imported are refused with a reason', async () => {
  show()
  const counts = { sourceCount: 9, sourcesRead: 1, found: 0 }
  importStateStore.setState({ kind: 'importing', ...counts, cancel: () => {} }, true)
  await userEvent.upload(screen.getByLabelText(/Result files/), new File(['no code'], 'notes.txt'))
  expect(screen.getByText(/Those files were not read, because another import was running/)).toBeVisible()
  importStateStore.setState({ kind: 'idle', report: undefined }, true)
})

test('the table is exported as CSV in which no name is a formula', async () => {
  show()
  const download = caughtDownload()
  await paste(codeOf(of('=HYPERLINK("https://evil.example")', 100)))
  await userEvent.click(screen.getByRole('button', { name: 'Learners as CSV' }))
  await waitFor(async () => expect(await download()).toMatch(/'=HYPERLINK/))
  expect(await download()).toMatch(/^\ufeffLearner,Group,Finished \(UTC\)/)
})

test('results of two quizzes are separate, and one can be deleted', async () => {
  show()
  const other = of('Ada', 100, { assignment: 'zzzzzz', title: 'Week 4' })
  await paste([codeOf(of('Ada', 0)), codeOf(other)].join('\n'))
  expect(rowsOf('Learners in Week 3: images')).toHaveLength(1)
  expect(rowsOf('Learners in Week 4')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Delete these results (Week 3: images)' }))
  expect(rowsOf('Learners in Week 3: images')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Delete them' }))
  expect(screen.queryByRole('region', { name: 'Learners in Week 3: images' })).not.toBeInTheDocument()
  expect(screen.getByRole('heading', { name: 'Read results' })).toHaveFocus()
  expect(rowsOf('Learners in Week 4')).toHaveLength(1)
})

test('markup in names and titles is shown as text', async () => {
  const { container } = show()
  await paste(codeOf(of('<img src=x onerror=alert(1)>', 100, { title: '<script>alert(1)</script>' })))
  expect(screen.getByRole('rowheader', { name: '<img src=x onerror=alert(1)>' })).toBeInTheDocument()
  expect(container.querySelector('img, script')).not.toBeInTheDocument()
})

test('removed and changed items are reported', async () => {
  show()
  const items = [
    itemResultWith({ id: 'images.gone.q-old' }),
    itemResultWith({ id: 'networking.bridge.q-two', rev: 1 }),
  ]
  await paste(codeOf(resultWith({ items })))
  const [changed, gone] = rowsOf('Items in Week 3: images').map((cells) => cells[1])
  expect(changed).toMatch(/revision 1; the course now has 3/)
  expect(gone).toMatch(/^No longer in the course/)
})
