import { expect, test } from '#tests/support/test.ts'
import { engine, screen, startLab, terminal, type, untilPrompt } from './machine.ts'

test('the machine starts, accepts typed commands and shows Docker’s output', async ({ page }) => {
  await startLab(page)
  await expect(terminal(page), 'who pressed Start can type at once').toBeFocused()
  await type(page, 'docker run --rm busybox:1 echo "hello $((6 * 7))"')
  await expect(screen(page)).toContainText('hello 42')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('button', { name: 'Leave the terminal' })).toBeFocused()
  await expect(engine(page)).toContainText('busybox:1')
})

test('the engine’s drawing follows what is typed, while the terminal is busy, too', async ({ page }) => {
  await startLab(page)
  const bridge = engine(page)
    .getByRole('listitem')
    .filter({ hasText: /^bridge/ })
  await type(page, 'docker run -d -p 8080:80 --name web web:1.0; docker run --rm busybox:1 sleep 5')
  await expect(bridge).toContainText('Port 8080 of the host leads to 80')
  await expect(bridge).toContainText('web:1.0')
  await expect(terminal(page), 'it takes nothing from the terminal').toBeFocused()
  await type(page, 'docker rm -f web')
  await expect(bridge).not.toContainText('web:1.0')
  await expect(engine(page).getByRole('status')).toContainText('web was removed')
  await type(page, 'service docker stop')
  await expect(engine(page)).toContainText('The engine does not respond')
  await type(page, 'service docker start')
  await expect(engine(page).getByRole('status')).toContainText('The engine responds again.')
})

test('text typed before the prompt waits for it, and appears once and at full width', async ({ page }) => {
  // At this width, the engine panel is below the terminal, so the terminal has the full width.
  await page.setViewportSize({ width: 1180, height: 900 })
  await page.goto('/labs/sandbox')
  await page.getByRole('button', { name: 'Start the machine' }).click()
  const line =
    'echo a line that is longer than the eighty columns of a terminal that nobody told its size, sum $((6 * 7))'
  await type(page, line)
  await expect(screen(page)).toContainText('told its size, sum 42')
  const rows = await screen(page).locator('> div').allTextContents()
  const typed = rows.map((row) => row.replaceAll('\u00a0', ' ')).filter((row) => row.includes('echo a line'))
  expect(typed).toEqual([expect.stringContaining(line)])
})

test('a lab’s steps are checked on the machine: not yet, then passed', async ({ page }) => {
  await startLab(page, '/labs/one-kernel')
  const first = page.getByRole('list', { name: 'Steps' }).getByRole('listitem').first()
  await first.getByRole('button', { name: 'Check step 1' }).click()
  await expect(first.getByRole('status')).toContainText('Not yet')
  await first.getByText('Hint').click()
  await first.getByText('Solution').click()
  await first.getByRole('button', { name: 'Type it into the terminal' }).click()
  await expect(async () => {
    await first.getByRole('button', { name: 'Check step 1' }).click()
    await expect(first.getByRole('status')).not.toContainText('Checking the machine')
    await expect(first.getByRole('status')).toContainText('Passed', { timeout: 1000 })
  }).toPass()
  await page.goto('/labs')
  await expect(page.getByText('1 of 3 steps done')).toBeVisible()
})

test('a restart asks for confirmation and gives a fresh machine', async ({ page }) => {
  await startLab(page)
  await type(page, 'touch /root/mine; ls /root/mine')
  await expect(screen(page)).toContainText('/root/mine\n')
  await page.getByRole('button', { name: 'Restart the machine…' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.getByRole('button', { name: 'Restart now' }).press('Enter')
  await untilPrompt(page)
  await expect(page.getByText('The machine is ready.')).toHaveRole('status')
  await expect(terminal(page)).toBeFocused()
  await type(page, 'ls /root/mine')
  await expect(screen(page)).toContainText('No such file')
})

test('the page stays smooth while docker run works', async ({ page }) => {
  await startLab(page)
  await type(page, 'docker run --rm busybox:1 true; docker run --rm busybox:1 true')
  const frames = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0
        const start = performance.now()
        const step = (now: number) => {
          count += 1
          if (now - start < 3000) requestAnimationFrame(step)
          else resolve((count * 1000) / (now - start))
        }
        requestAnimationFrame(step)
      }),
  )
  expect(frames).toBeGreaterThanOrEqual(50)
})

test.describe('a published port', () => {
  // The sandboxed frame also blocks the script that Playwright adds to every frame.
  test.use({ expected: [/Blocked script execution in 'about:srcdoc'/] })

  test('is shown as the host sees it', async ({ page }) => {
    await startLab(page)
    await type(page, 'docker run -d -p 8080:80 web:2.0')
    await expect(screen(page)).toContainText(/[0-9a-f]{64}/)
    await page.getByText('Open a published port').click()
    const look = () => page.getByRole('button', { name: 'Get' }).click()
    // The server in the container needs a moment before it listens.
    await expect(async () => {
      await look()
      await expect(page.getByText('Waiting for the response')).toHaveCount(0)
      await expect(page.frameLocator('iframe').getByText(/^web 2\.0 on/)).toBeVisible({ timeout: 1000 })
    }).toPass()
    await page.getByLabel('Port').fill('8081')
    await look()
    await expect(page.getByText(/curl: \(7\)/)).toBeVisible()
  })
})

test('a file is edited in the page and used in the machine', async ({ page }) => {
  await startLab(page)
  await page.getByText('Edit a file').click()
  await page.getByRole('button', { name: 'Open' }).click()
  await page.locator('.cm-content').click()
  await page.keyboard.type('FROM busybox:1')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved /root/Dockerfile in the machine.')).toBeVisible()
  await type(page, 'cat Dockerfile; wc -c <Dockerfile')
  await expect(screen(page)).toContainText('FROM busybox:1')
})

test('a recording runs beside its lesson: the first command is typed, Enter runs it, and closing returns to the lesson', async ({
  page,
}) => {
  await page.goto('/internals/namespaces')
  const run = page.getByRole('button', { name: 'Run it here' }).first()
  await run.click()
  const machine = page.getByRole('region', { name: /^Machine: / })
  await machine.getByRole('button', { name: 'Start the machine' }).click()
  const command = (await machine.locator('.recording-commands code').first().textContent()) ?? ''
  await expect(screen(page)).toContainText(command.split('\n')[0] ?? '')
  await expect(terminal(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(screen(page).getByText('@lab:')).toHaveCount(2)
  await machine.getByRole('button', { name: 'Close the machine' }).click()
  await expect(run).toBeFocused()
  await expect(machine).toHaveCount(0)
})
