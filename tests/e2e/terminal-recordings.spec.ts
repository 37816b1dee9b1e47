import { expect, test } from '#tests/support/test.ts'

const address = '/storage/volumes'
const name = 'Terminal: A volume that outlives its containers'

test('a recording is in the HTML of its lesson: commands, output, engine and date', async ({ request }) => {
  const html = await (await request.get(address)).text()
  const session = /<figure class="[^"]*terminal-recording.*?<\/figure>/s.exec(html)?.[0] ?? ''
  expect(session).toContain('docker volume create notes')
  expect(session).toMatch(/<samp[^>]*>milk\n<\/samp>/)
  expect(session.replaceAll('<!-- -->', '')).toMatch(
    /Recorded on Docker Engine \d+\.\d+\.\d+(?: with client \d+\.\d+\.\d+)?, \w+ \d{1,2}, \d{4}</,
  )
})

test('copying a recording gives only its commands, and selecting it omits the prompt', async ({
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

test('on a phone, a recording scrolls inside itself and is keyboard accessible', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/evolution/containers')
  const region = page.getByRole('region', { name: 'Terminal: A container from outside' })
  await region.focus()
  await expect(region).toBeFocused()
  expect(await region.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('an unbroken option is followed by its comma without a space, also in accessible names', async ({
  page,
}) => {
  await page.goto('/networking/macvlan-ipvlan')
  const answer = page.getByRole('radio', { name: 'The port was not published with -p.', exact: true })
  await expect(answer).toBeAttached()
})
