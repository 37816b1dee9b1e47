import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { deflateSync } from 'fflate'
import { toBase64url } from '#domain/quiz-link/base64url.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { itemsOf } from '#tests/support/content.ts'
import { giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { pageCount } from '#tests/support/pdf.ts'
import { expect, test } from '#tests/support/test.ts'

const items = itemsOf('internals')
const title = 'Week 3 <b>limits</b>'
const link = (page: Page) => page.getByRole('textbox', { name: 'Link to send' })

/** Makes a link with four items of one area. */
async function makeLink(page: Page, also: (page: Page) => Promise<void> = async () => {}): Promise<string> {
  await page.goto('/instructor')
  await page.getByRole('textbox', { name: 'Title of the quiz' }).fill(title)
  await page.getByRole('checkbox', { name: 'Internals' }).check()
  await page.getByRole('textbox', { name: 'Number of items' }).fill('4')
  await also(page)
  return link(page).inputValue()
}

/** Takes a quiz with feedback at the end, and answers each item right or wrong as `answers` says. */
async function take(page: Page, name: string, answers: boolean[]): Promise<void> {
  const main = page.getByRole('main')
  await main.getByRole('textbox', { name: 'Your name' }).fill(name)
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  for (const [index, isRight] of answers.entries()) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${index + 1} of ${answers.length}`)
    await giveAnswer(main, await itemShown(main, items), isRight)
    await main.getByRole('button', { name: 'Sure', exact: true }).click()
  }
  await expect(main.getByRole('heading', { name: 'Submit your result' })).toBeVisible()
}

const resultCode = (page: Page) => page.getByRole('textbox', { name: 'Result code' }).inputValue()

async function handIn(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Result codes' }).fill(text)
  await page.getByRole('button', { name: 'Read the codes' }).click()
}

test('an instructor makes a link, two learners take it elsewhere, and their results form one table', async ({
  page,
  otherProfile,
  baseURL,
}) => {
  test.slow()
  await page.goto('/instructor')
  await expect(page.getByText('Give the quiz a title.')).toBeVisible()
  await expect(page.getByText('nothing in a static page can stop a determined cheat')).toBeVisible()
  const address = await makeLink(page, async () => {
    await page.getByRole('textbox', { name: 'Your name' }).fill('Grace Hopper')
  })
  expect(address).toMatch(new RegExp(`^${baseURL}/a#1`))
  expect(address.length).toBeLessThan(500)
  await expect(page.getByRole('img', { name: 'QR code of the link above' })).toBeVisible()
  await page.getByText('The 4 items in this quiz').click()

  const learner = await otherProfile.newPage()
  const main = learner.getByRole('main')
  await learner.goto(address)
  await expect(main.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(main.getByText('Grace Hopper')).toBeVisible()
  await expect(main.getByText(/^4 questions, about/)).toBeVisible()
  await expect(main.getByText('70% of the points')).toBeVisible()
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(main.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  await take(learner, 'Ada Lovelace', [true, true, true, true])
  await expect(main.getByRole('heading', { level: 2, name: '4 of 4' })).toBeVisible()
  await expect(main.getByText('Passed.')).toBeVisible()
  await learner.reload()
  await expect(main.getByText('Passed.')).toBeVisible()
  const first = await resultCode(learner)
  expect(first).toMatch(/^DM1-/)

  await main.getByRole('button', { name: 'Someone else is taking it in this browser' }).click()
  // A spreadsheet would run this name as a formula.
  await take(learner, '=1+1', [false, false, false, false])
  await expect(main.getByText('Not passed.')).toBeVisible()
  const downloading = learner.waitForEvent('download')
  await main.getByRole('button', { name: 'Download the file' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^1-1-week-3.*\.dmr$/)

  await handIn(page, `Dear Ms Hopper,\n\nhere it is:\n${first}\nAda`)
  await expect(page.getByText('1 result read.')).toBeVisible()
  await page.getByLabel('Result files: choose them, or drop them here').setInputFiles(await download.path())
  const table = page.getByRole('region', { name: `Learners in ${title}` })
  await expect(table.getByRole('row')).toHaveCount(3)
  const ada = table.getByRole('row').filter({ hasText: 'Ada Lovelace' })
  await expect(ada.getByRole('cell').first()).toHaveText('4 of 4')
  await expect(ada.getByRole('cell').nth(1)).toHaveText('yes')
  const other = table.getByRole('row').filter({ hasText: '=1+1' })
  await expect(other.getByRole('cell').nth(1)).toHaveText('no')
  await expect(page.getByText('2 results count, 1 passed.')).toBeVisible()
  await handIn(page, first)
  await expect(page.getByText('1 result read. 1 was already here.')).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(3)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Learners as CSV' }).click()
  const csv = readFileSync(await (await saving).path(), 'utf8').split('\r\n')
  expect(csv).toHaveLength(3)
  expect(csv[0]).toMatch(
    /^\ufeffLearner,Group,Finished \(UTC\),Minutes,Try,Late,Score,Out of,Percent,Passed,internals\./,
  )
  expect(csv.find((line) => line.startsWith('Ada Lovelace'))).toMatch(/,4,4,100,yes,1,1,1,1$/)
  expect(csv.some((line) => line.startsWith('=') || line.startsWith('"='))).toBe(false)
  await page.getByRole('button', { name: `Delete these results (${title})` }).click()
  await page.getByRole('button', { name: 'Delete them' }).click()
  await expect(table).toHaveCount(0)
})

test('a quiz link continues after a reload, and in another tab of the same browser', async ({
  page,
  otherProfile,
}) => {
  const address = await makeLink(page, async () => {
    await page.getByRole('radio', { name: 'nothing (results have no name)' }).check()
    await page.getByRole('radio', { name: 'never' }).check()
  })
  const learner = await otherProfile.newPage()
  const main = learner.getByRole('main')
  await learner.goto(address)
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('1 of 4')
  await giveAnswer(main, await itemShown(main, items), true)
  await main.getByRole('button', { name: 'Sure', exact: true }).click()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('2 of 4')
  await learner.reload()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('2 of 4')

  await learner.goto('/')
  await learner.getByRole('link', { name: `Finish the quiz: ${title}` }).click()
  await expect(main.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('2 of 4')
  for (const number of [2, 3, 4]) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${number} of 4`)
    await main.getByRole('button', { name: /^Skip/ }).click()
  }
  await expect(main.getByText('Not passed.')).toBeVisible()
  // This quiz never shows right answers, so no row of its result can be expanded.
  await expect(main.locator('summary')).toHaveCount(0)
})

test('when time is up, the given answers count', async ({ page, otherProfile }) => {
  const address = await makeLink(page, async () => {
    await page.getByRole('textbox', { name: 'Time limit in minutes' }).fill('2')
    await page.getByRole('textbox', { name: 'Attempts' }).fill('1')
  })
  const learner = await otherProfile.newPage()
  const main = learner.getByRole('main')
  await learner.clock.install()
  await learner.goto(address)
  await expect(main.getByText(/^2 minutes from when you start/)).toBeVisible()
  await main.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(main.getByRole('timer')).toContainText(/Time left: [12]:/)
  await giveAnswer(main, await itemShown(main, items), true)
  await main.getByRole('button', { name: 'Sure', exact: true }).click()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('2 of 4')
  await learner.clock.fastForward('02:00')
  await expect(main.getByText('Time ran out.')).toBeVisible()
  await expect(main.getByRole('heading', { level: 2, name: '1 of 4' })).toBeVisible()
  await expect(main.getByRole('button', { name: 'Take it again' })).toHaveCount(0)
})

test('the printed quiz has its answer key on a separate page', async ({ page }) => {
  await makeLink(page)
  await page.getByRole('button', { name: 'Printable quiz and key' }).click()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  const sheet = page.getByRole('region', { name: 'Printable quiz and key' })
  await expect(sheet.getByRole('heading', { name: title, exact: true })).toBeVisible()
  expect(pageCount(await page.pdf({ format: 'A4' }))).toBeGreaterThanOrEqual(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: 'For instructors' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Read results' })).toBeHidden()
})

test('a truncated, corrupted, newer or unrecognized link is explained and never executed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { pwned: () => console.error('pwned') })
  })
  const address = await makeLink(page)
  const [start = '', code = ''] = address.split('#')
  const middle = Math.floor(code.length / 2)
  const swapped = code[middle] === 'A' ? 'B' : 'A'
  const html = encodeURIComponent('<img src=x onerror=pwned()>')
  // Short in the link, 10 MB when decompressed.
  const bomb = deflateSync(new Uint8Array(10_000_000).fill(91))
  const links: [string, string | RegExp][] = [
    [code.slice(0, -9), 'Part of this link is missing'],
    [code.slice(0, 12), 'Part of this link is missing'],
    ['1', /missing|isn’t a quiz/],
    [code.slice(0, middle) + swapped + code.slice(middle + 1), 'This link was changed along the way'],
    [wrapPayload('2', 'what-only-the-next-version-knows'), 'This link is newer than this page'],
    [wrapPayload('1', 'AAAA'), 'This isn’t a quiz the course can run'],
    [wrapPayload('1', toBase64url(bomb)), 'This isn’t a quiz the course can run'],
    [`1${html}`, /missing|changed|isn’t a quiz/],
    [`1${'A'.repeat(100_000)}`, /missing|changed|isn’t a quiz/],
    [`1%E0%A4%A`, /missing|changed|isn’t a quiz/],
    [html, 'This isn’t a quiz the course can run'],
    ['', 'Quiz link'],
  ]
  for (const [hash, heading] of links) {
    // A change of the fragment alone would not reload the page.
    await page.goto('about:blank')
    await page.goto(`${start}#${hash}`)
    await expect(page.getByRole('heading', { level: 1 }), hash.slice(0, 40)).toHaveText(heading)
    await expect(page.locator('main img')).toHaveCount(0)
  }
  await page.goto('/instructor')
  const codes: [string, RegExp][] = [
    ['hello', /No result found\. A result code starts with DM1-/],
    ['DM1-', /No result found|missing/],
    ['DM1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', /missing|changed|No result/],
    ['<img src=x onerror=pwned()>', /No result found/],
  ]
  for (const [text, words] of codes) {
    await handIn(page, text)
    await expect(page.getByRole('listitem').filter({ hasText: 'Pasted text' })).toHaveText(words)
  }
  await page.getByLabel('Result files: choose them, or drop them here').setInputFiles({
    name: '<img src=x onerror=pwned()>.dmr',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(5_000_000, 'x'),
  })
  await expect(page.getByRole('listitem').filter({ hasText: 'a result is at most' })).toBeVisible()
  await expect(page.locator('main img')).toHaveCount(0)
})
