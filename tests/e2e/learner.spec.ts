import { itemsOf, plain } from '#tests/support/content.ts'
import { check, giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { expectLaidOut } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

const items = itemsOf('internals')

test('a learner finds a topic, reads it at two depths, and its progress survives a reload', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByText(/you:latest has no layers yet/)).toBeVisible()
  await page.getByRole('heading', { name: 'Internals' }).getByRole('link').click()

  await expect(page).toHaveURL(/\/internals$/)
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Cgroups' }) })
  await expect(row.getByText('You will be able to')).toBeHidden()
  await row.getByText('What’s inside').click()
  await expect(row.getByText('You will be able to')).toBeVisible()
  await row.getByRole('link', { name: 'Read the lesson' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
  await expect(page).toHaveTitle('Cgroups · Docker Mastery')
  const beginner = page.getByRole('region', { name: 'Start here' })
  const practitioner = page.getByRole('region', { name: 'Go deeper' })
  await expect(beginner.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(practitioner.getByRole('heading', { level: 3 })).toHaveCount(0)
  await practitioner.getByRole('button', { name: 'Open the practitioner depth' }).click()
  await expect(practitioner.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(beginner.getByRole('heading', { level: 3 }).first()).toBeVisible()

  const note = practitioner
    .getByRole('group')
    .filter({ has: page.locator('summary') })
    .first()
  await expect(note.getByRole('paragraph')).toHaveCount(0)
  await note.locator('summary').click()
  await expect(note.getByRole('paragraph').first()).toBeVisible()

  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toBeVisible()

  await page.goto('/')
  const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: 'Internals' }) })
  await expect(card.getByText('1 of 4')).toBeVisible()
  await expect(card.getByRole('progressbar')).toHaveAttribute('value', '1')
  await expect(card.getByText('Cgroups (read)')).toBeVisible()
  await expect(page.getByText('you:latest: 1 of 32 layers built')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Next: Modular Runtime' })).toBeVisible()

  await page.goto('/progress')
  const layers = page.getByRole('region', { name: 'docker history you:latest' })
  await expect(layers.getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
  await expect(layers.getByText('FROM scratch')).toBeVisible()
  const bookmarks = page.getByRole('region', { name: 'Bookmarks' })
  await expect(bookmarks.getByRole('link', { name: 'Cgroups' })).toBeVisible()
  await bookmarks.getByRole('button', { name: 'Remove the bookmark of Cgroups' }).click()
  await expect(bookmarks.getByText(/^No bookmarks yet\./)).toBeVisible()
})

test('a quick check asks for confidence, explains every option, and counts as an answer', async ({
  page,
}) => {
  await page.goto('/internals/cgroups')
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Practitioner')
  const quickCheck = page.getByRole('region', { name: 'Quick check of the practitioner depth' })
  const question = quickCheck.getByRole('listitem').first()
  const item = await itemShown(question, items)
  await expect(async () => {
    // Until the code of the quick check has loaded, its buttons are plain HTML.
    await question.getByRole('button', { name: 'Sure', exact: true }).click()
    await expect(question.getByRole('alert')).toHaveText(/first\.$/, { timeout: 500 })
  }).toPass()

  await giveAnswer(question, item, false)
  await expect(question.getByRole('alert')).toHaveCount(0)
  expect(await check(question, 'Sure')).toMatch(/^(Not|Partly) right/)
  for (const text of [...explanationsOf(item), item.explain])
    await expect(question).toContainText(plain(text))

  await question.getByRole('link', { name: 'Read it in the lesson' }).click()
  await expect(page).toHaveURL(new RegExp(`#${item.home}$`))
  await expect(page.locator(`[id="${item.home}"]`)).toBeInViewport()

  await question.getByRole('button', { name: 'Answer again' }).click()
  await giveAnswer(question, item, true)
  expect(await check(question, 'Guess')).toBe('Right')
  await expect(question.getByText('Lucky guess.')).toBeVisible()

  await page.goto('/settings')
  await expect(page.getByText('2 answers')).toBeVisible()
})

test('a selection made before the quick check’s code has loaded is kept', async ({ page }) => {
  const code = Promise.withResolvers<void>()
  await page.route('**/assets/quick-check-loader-*.js', async (route) => {
    await code.promise
    await route.continue()
  })
  await page.goto('/internals/cgroups')
  const quickCheck = page.getByRole('region', { name: 'Quick check of the beginner depth' })
  const asked = page.waitForRequest('**/assets/quick-check-loader-*.js')
  const [first, second] = [quickCheck.getByRole('listitem').first(), quickCheck.getByRole('combobox').first()]
  await first.getByRole('radio').first().check()
  await asked
  await second.selectOption({ index: 2 })
  await second.focus()
  const plain = await second.elementHandle()
  code.resolve()
  await expect.poll(() => plain?.evaluate((element) => element.isConnected)).toBe(false)
  await expect(second).toBeFocused()
  await expect(second).not.toHaveValue('')
  await first.getByRole('button', { name: 'Sure', exact: true }).click()
  await expect(first.getByRole('button', { name: 'Answer again' })).toBeVisible()
})

test('an area quiz continues after a reload, asks wrong items again, and counts in progress', async ({
  page,
}) => {
  const main = page.getByRole('main')
  await page.goto('/internals')
  await main.getByRole('link', { name: 'Quiz on Internals' }).click()
  await main.getByRole('combobox', { name: 'How many' }).selectOption('5 questions')
  await main.getByRole('button', { name: 'Start the quiz' }).click()

  const outcomes: string[] = []
  const answer = async (isRight: boolean) => {
    await giveAnswer(main, await itemShown(main, items), isRight)
    outcomes.push(await check(main, isRight ? 'Sure' : 'Fairly sure'))
  }
  const place = main.getByRole('heading', { level: 2 })
  await expect(place).toHaveText('1 of 5')
  await answer(true)
  await main.getByRole('button', { name: 'Next' }).click()
  await expect(place).toHaveText('2 of 5')
  await answer(false)
  await main.getByRole('button', { name: 'Next' }).click()
  await expect(place).toHaveText('3 of 5')
  const third = await itemShown(main, items)

  await page.goto('/')
  await page.getByRole('link', { name: 'Finish the quiz: Quiz: Internals' }).click()
  await expect(main.getByText('You have a quiz in progress: 2 of 5 answered.')).toBeVisible()
  await page.reload()
  await main.getByRole('button', { name: 'Continue' }).click()
  await expect(place).toHaveText('3 of 5')
  expect((await itemShown(main, items)).id).toBe(third.id)

  await main.getByRole('button', { name: 'Skip for now' }).click()
  await expect(place).toHaveText('4 of 5')
  await answer(false)
  await main.getByRole('button', { name: 'Next' }).click()
  await expect(place).toHaveText('5 of 5')
  await answer(true)
  await main.getByRole('button', { name: 'See the result' }).click()

  await expect(place).toHaveText(/^[2-4](\.\d+)? of 5$/)
  await expect(place).toBeFocused()
  await expect(main.getByText(/Right: 2 .*Not answered: 1\.$/)).toBeVisible()
  await expect(main.getByRole('listitem').filter({ hasText: 'Not answered' })).toHaveCount(1)
  await main.getByRole('button', { name: 'Retry what you got wrong' }).click()
  for (const number of [1, 2, 3]) {
    await expect(place).toHaveText(`${number} of 3`)
    await answer(true)
    await main.getByRole('button', { name: number < 3 ? 'Next' : 'See the result' }).click()
  }
  await expect(place).toHaveText('3 of 3')
  await expect(main.getByText('All correct.')).toBeVisible()
  await expect(main.getByRole('button', { name: 'Retry what you got wrong' })).toHaveCount(0)
  expect(outcomes.filter((outcome) => outcome === 'Right')).toHaveLength(5)

  await page.goto('/progress')
  const scores = page.getByRole('region', { name: 'Scores' })
  const row = scores
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'Internals', exact: true }) })
  await expect(row.getByRole('cell').nth(1)).toContainText(`5 of ${items.length}`)
  // Calibration counts the first answer to each item: three were right and two wrong.
  const calibration = page.getByRole('region', { name: 'How sure, how right' })
  await expect(calibration.getByRole('row', { name: /^Sure/ }).getByRole('cell')).toHaveText([
    '3',
    '3 (100%)',
  ])
  await expect(calibration.getByRole('row', { name: /^Fairly/ }).getByRole('cell')).toHaveText([
    '2',
    '0 (0%)',
  ])
  await expect(page.getByText('answered 5 of')).toBeVisible()
})

/** The explanations of an item’s parts. A typed answer has none. */
function explanationsOf(item: (typeof items)[number]): string[] {
  switch (item.kind) {
    case 'single':
    case 'multi':
    case 'trace':
      return item.options.map(({ why }) => why)
    case 'match':
      return item.pairs.map(({ why }) => why)
    case 'order':
      return [...item.lines, ...(item.distractors ?? [])].map(({ why }) => why)
    case 'line':
    case 'short':
      return []
    default:
      return item satisfies never
  }
}

test('after a jump to the end of a lesson, the layout is final', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await expectLaidOut(page)
  const moved = await page.getByRole('button', { name: 'Mark as read' }).evaluate(async (button) => {
    button.scrollIntoView({ block: 'center' })
    const { top } = button.getBoundingClientRect()
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    return button.getBoundingClientRect().top - top
  })
  expect(moved).toBe(0)
})
