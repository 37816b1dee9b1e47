import { isHydrated } from '#tests/support/is-hydrated.ts'
import { expect, test } from './test.ts'

test('a learner reads, answers, marks a lesson as read, and all of it survives a reload', async ({
  reader,
}) => {
  await reader.open('/internals/cgroups')
  await reader.seesHeading('Cgroups')
  await reader.choose('Read as', 'Practitioner')
  await reader.sees('memory.max')
  await reader.press('button', 'Mark as read')
  await reader.seesButton('Read: added to your image')
  await reader.reload()
  await reader.seesButton('Read: added to your image')

  await reader.open('/quiz/internals')
  await reader.press('button', 'Start the quiz')
  await reader.sees('1 of 10')
  await reader.press('button', 'Skip for now')
  await reader.sees('2 of 10')
  await reader.reload()
  await reader.press('button', 'Continue')
  await reader.sees('2 of 10')

  await reader.open('/progress')
  await reader.sees('Cgroups')
  await reader.sees('FROM scratch')
})

test('a quick check shows its outcome, and an unchecked selection survives a reload', async ({ reader }) => {
  const right = 'All the memory and CPU time'
  await reader.open('/internals/cgroups')
  await reader.evaluate(scrollToCheck)
  await expect.poll(() => reader.evaluate(isCheckLoaded), { timeout: 20_000 }).toBe(true)
  await reader.press('radio', right)
  await reader.press('button', 'Sure')
  await reader.seesHeading('Right')
  await reader.press('button', 'Answer again')
  await reader.press('radio', right)
  await expect.poll(() => reader.evaluate(isDraftSaved)).toBe(true)
  await reader.reload()
  await reader.evaluate(scrollToCheck)
  await expect.poll(() => reader.evaluate(pickedOption), { timeout: 20_000 }).toContain(right)
  await reader.press('button', 'Fairly sure')
  await reader.seesHeading('Right')
  expect(await reader.evaluate(storedConfidences)).toBe('sure,fairly')
})

const scrollToCheck = `document.getElementById('internals-cgroups-q-defaults-stem').scrollIntoView()`
/** Until the code of the check has loaded, a click could hit a prerendered control that is about to be replaced. */
const isCheckLoaded = `(${isHydrated})('main input[type=radio]')`
const isDraftSaved = `(localStorage['docker-mastery.drafts'] ?? '').includes('q-defaults')`
const pickedOption = `document.querySelector('main input[type=radio]:checked')?.closest('label').textContent ?? ''`
const storedConfidences = `JSON.parse(localStorage['docker-mastery.progress']).answers.map(({ confidence }) => confidence).join()`

test('search opens with a key, finds a page and opens it', async ({ reader }) => {
  await reader.open('/internals/cgroups')
  await reader.press('link', 'Search')
  await reader.type('bridge network')
  await expect.poll(() => reader.valueOf('combobox', 'Search topics')).toBe('bridge network')
  await reader.sees('Bridge')
  await reader.key('Enter')
  await expect.poll(() => reader.path()).not.toBe('/internals/cgroups')
  await reader.back()
  await expect.poll(() => reader.path()).toBe('/internals/cgroups')
  await reader.seesHeading('Cgroups')
})

test('a manager chooses the role, filters the summary and opens a brief', async ({ reader }) => {
  await reader.open('/summary')
  await reader.sees('32 topics')
  await reader.choose('Read as', 'Manager')
  await reader.sees('Risk')
  await reader.choose('Area', 'Networking')
  await reader.sees('4 topics')
  await reader.reload()
  await reader.sees('4 topics')
  await reader.open('/brief/networking')
  await reader.sees('Networking')
})

test('an instructor makes a link, a learner takes it, and the result is imported', async ({ reader }) => {
  await reader.open('/instructor')
  await reader.typeInto('textbox', 'Title of the quiz', 'Week 3')
  await reader.press('checkbox', 'Internals')
  await expect.poll(() => reader.valueOf('textbox', 'Link to send')).toContain('/a#1')
  const link = await reader.valueOf('textbox', 'Link to send')

  await reader.open(link)
  await reader.seesHeading('Week 3')
  await reader.typeInto('textbox', 'Your name', 'Ada Lovelace')
  await reader.press('button', 'Start the quiz')
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    await reader.sees(`${number} of 10`)
    await reader.press('button', 'Skip')
  }
  await reader.seesHeading('Submit your result')
  const code = await reader.valueOf('textbox', 'Result code')
  expect(code).toMatch(/^DM1-/)

  await reader.open('/instructor')
  await reader.typeInto('textbox', 'Result codes', code)
  await reader.press('button', 'Read the codes')
  await reader.sees('1 result read.')
  await reader.sees('Ada Lovelace')
})

test.describe(() => {
  // Firefox reports prefetches that fail offline as errors.
  test.use({ expectedErrors: /Failed to load/ })

  test('a visited page opens offline', async ({ reader, served }) => {
    await reader.open('/internals/cgroups')
    const isSupported = await reader.evaluate("'serviceWorker' in navigator")
    test.skip(!isSupported, 'this browser has no service worker')
    // A page is stored only once it is used.
    await reader.press('button', 'Mark as read')
    await expect.poll(() => reader.evaluate(isPageStored), { timeout: 60_000 }).toBe(true)
    await served.close()
    await reader.reload()
    await reader.seesHeading('Cgroups')
    await reader.sees('noisy neighbor')
  })
})

test.describe(() => {
  // What failed to load is reported as an error too.
  test.use({ expectedErrors: /Failed to load|error loading dynamically imported module|NetworkError/ })

  test('without a network nothing is lost, and once it is back, a retry loads what failed', async ({
    reader,
    served,
  }) => {
    await reader.open('/quiz/internals')
    await reader.choose('How many', '5 questions')
    await served.close()
    await reader.press('button', 'Start the quiz')
    await reader.sees('The quiz questions did not load.')
    await served.reopen()
    await reader.press('button', 'Try again')
    await reader.sees('1 of 5')

    await served.close()
    await reader.press('link', 'Glossary')
    await reader.sees('The page you asked for did not load.')
    await served.reopen()
    await reader.press('button', 'Try again')
    await expect.poll(() => reader.path()).toBe('/glossary')

    await served.close()
    await reader.press('link', 'Search')
    await reader.sees('The search did not load.')
    await served.reopen()
    await reader.press('button', 'Try again')
    await expect.poll(() => reader.evaluate('document.activeElement.type')).toBe('search')
  })
})

const isPageStored = `caches.match('/internals/cgroups.data').then((stored) => stored !== undefined)`

test.describe(() => {
  test.use({
    isStorageForbidden: true,
    // The router’s script for scroll positions causes the first two, and the browser itself reports the third.
    expectedErrors:
      /JSHandle@error|SecurityError: The operation is insecure|Failed to register.*ServiceWorker/,
  })

  test('with blocked storage, the course says so and works', async ({ reader }) => {
    await reader.open('/internals/cgroups')
    await reader.sees('This browser does not let the site save anything.')
    await reader.press('button', 'Mark as read')
    await reader.seesButton('Read: added to your image')
    await reader.press('link', 'Docker Mastery')
    await reader.sees('1 of 32 layers built')
  })
})
