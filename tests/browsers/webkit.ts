import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { Builder, By, Capabilities, Key } from 'selenium-webdriver'
import type { Driver, LaunchOptions } from './driver.ts'

const driverPath = '/usr/bin/WebKitWebDriver'
const displayServerPath = '/usr/bin/Xvfb'

/** Debian installs WebKitGTK’s browser in a folder named after the architecture and the version. */
const miniBrowserPath = folders('/usr/lib')
  .flatMap((processor) => folders(processor).filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder)))
  .map((folder) => `${folder}/MiniBrowser`)
  .find((path) => existsSync(path))

export const hasWebKit =
  existsSync(driverPath) && existsSync(displayServerPath) && miniBrowserPath !== undefined

/** WebKitGTK, controlled by WebDriver, on its own virtual display. */
export async function launchWebKit({ isStorageForbidden }: LaunchOptions): Promise<Driver> {
  const display = await startDisplay()
  const port = await freePort()
  const service = spawn(driverPath, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  })
  await untilOpen(port)
  const args = ['--automation', ...(isStorageForbidden ? ['--enable-html5-local-storage=false'] : [])]
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowserPath, args },
  })
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(capabilities)
    .build()
  await session.manage().window().setRect({ width: 1280, height: 900 })
  return {
    open: (address) => session.get(address),
    reload: () => session.navigate().refresh(),
    back: () => session.navigate().back(),
    evaluate: (expression) =>
      session.executeAsyncScript(
        `const done = arguments[arguments.length - 1]
         Promise.resolve(${expression}).then(done, (error) => done(String(error)))`,
      ),
    click: async (selector) => session.findElement(By.css(selector)).click(),
    // As keys of the window, not of an element: a person can type while nothing has the focus.
    type: (text) => session.actions().sendKeys(text).perform(),
    press: (key) => session.actions().sendKeys(keys[key]).perform(),
    // WebDriver does not report page errors.
    errors: () => [],
    close: async () => {
      await session.quit()
      service.kill()
      display.process.kill()
    },
  }
}

const keys = { Enter: Key.ENTER, Escape: Key.ESCAPE }

/** The display server picks a free display number and writes it to the file descriptor it was given. */
function startDisplay(): Promise<{ name: string; process: ChildProcess }> {
  const child = spawn(displayServerPath, ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', (number) => resolve({ name: `:${String(number).trim()}`, process: child }))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilOpen(port: number): Promise<void> {
  for (;;) {
    const isOpen = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isOpen) return
  }
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`)
}
