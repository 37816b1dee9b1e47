import { expect, test } from '#tests/support/page.ts'

const address = '/storage/volumes'
const name = 'Terminal: A volume that outlives its containers'

// Without JavaScript a trace cannot be taken.
test.use({ trace: 'off' })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a recorded session is part of the lesson: commands, output, engine and day', async ({ page }) => {
    await page.goto(address)
    const session = page.getByRole('figure').filter({ has: page.getByRole('region', { name }) })
    await expect(session.getByText('docker volume create notes')).toBeVisible()
    await expect(session.locator('samp').last()).toHaveText('milk')
    await expect(
      session.getByText(
        /^Seen on Docker Engine \d+\.\d+\.\d+(?: with client \d+\.\d+\.\d+)?, \d{1,2} \w+ \d{4}$/,
      ),
    ).toBeVisible()
  })
})

test('copying a session gives its commands alone, and selecting it leaves the prompt out', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(address)
  const session = page.getByRole('figure').filter({ has: page.getByRole('region', { name }) })
  await session.getByRole('button', { name: 'Copy the commands' }).click()
  await expect(session.getByText('Copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(4)
  expect(copied).toMatch(/^docker volume create notes\n/)
  const selected = await session.getByRole('region', { name }).evaluate((region) => {
    getSelection()?.selectAllChildren(region)
    return getSelection()?.toString()
  })
  expect(selected).toMatch(/^docker volume create notes\s+notes\s+docker run --name first/)
})

test('on a phone a session scrolls inside itself and is reached by the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/evolution/containers')
  const region = page.getByRole('region', { name: 'Terminal: A container from outside' })
  await region.focus()
  await expect(region).toBeFocused()
  expect(await region.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
