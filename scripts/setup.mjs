/**
 * First step of `npm start` and `npm test`: installs what is missing. Plain JavaScript that runs on
 * Node 20, because the pinned Node (the npm package `node`) is among what it installs.
 * With `--browser` it also finds the browsers for the end-to-end tests, or installs them, the spreadsheet that
 * opens the exported tables, and the web server that tries out its settings.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  // Not `npm ci`, because it rejects a lock file if a registry lacks the optional packages of some platforms. `npm
  // install` follows the same lock file, and --no-save leaves it unchanged.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
}
if (!existsSync('node_modules/.bin/node') || !existsSync(pinnedNode())) {
  console.error(
    'The pinned Node was not installed. Allow the install script of the package "node", then run npm ci again.',
  )
  process.exit(1)
}
if (process.argv.includes('--browser')) {
  ensureChromium()
  ensureOtherBrowsers()
  ensureSpreadsheet()
  ensureNginx()
}

function pinnedNode() {
  const manifest = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8'))
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin.node
  return `node_modules/node/${bin}`
}

/** Uses an installed Chromium; otherwise Playwright’s own; otherwise Debian’s package. */
function ensureChromium() {
  if (existsSync('/usr/bin/chromium')) return ensureHeadlessShell()
  if (hasBrowser('chromium')) return
  console.log('No Chromium found. Trying Playwright’s own download.')
  if (succeeds('node_modules/.bin/playwright', ['install', 'chromium']) && hasBrowser('chromium')) return
  console.log('That did not work. Trying Debian’s package.')
  if (debianInstalls('chromium') && existsSync('/usr/bin/chromium')) return ensureHeadlessShell()
  console.error('No Chromium could be installed. Install one as /usr/bin/chromium, then run npm test again.')
  process.exit(1)
}

/** Playwright’s own build includes it. Without it the tests run in the full browser, which takes longer. */
function ensureHeadlessShell() {
  if (existsSync('/usr/bin/chromium-headless-shell') || debianInstalls('chromium-headless-shell')) return
  console.warn(
    'Chromium’s headless shell could not be installed: the tests run in Chromium itself, more slowly.',
  )
}

/** If neither Playwright’s build nor Debian’s is available, the journeys in that browser are skipped. */
function ensureOtherBrowsers() {
  const others = [
    { name: 'firefox', debianPath: '/usr/bin/firefox-esr', packages: ['firefox-esr'] },
    { name: 'webkit', debianPath: '/usr/bin/WebKitWebDriver', packages: ['webkit2gtk-driver', 'xvfb'] },
  ]
  for (const { name, debianPath, packages } of others) {
    if (hasBrowser(name, debianPath)) continue
    console.log(`No ${name} found. Trying Playwright’s own download, then Debian’s package.`)
    if (succeeds('node_modules/.bin/playwright', ['install', name]) && hasBrowser(name)) continue
    if (debianInstalls(...packages) && existsSync(debianPath)) continue
    console.warn(`${name} could not be installed: no test runs in it.`)
  }
}

/** On systems other than Debian, the tests that need it are skipped and say so. */
function ensureSpreadsheet() {
  if (existsSync('/usr/bin/soffice')) return
  console.log('No LibreOffice found. Trying Debian’s package.')
  if (debianInstalls('libreoffice-calc-nogui') && existsSync('/usr/bin/soffice')) return
  console.warn('LibreOffice could not be installed: no test opens the exported tables in a spreadsheet.')
}

/** Installed in continuous integration only: on a developer’s machine, Debian would start it at once. */
function ensureNginx() {
  if (existsSync('/usr/sbin/nginx')) return
  if (process.env.CI && debianInstalls('nginx-light') && existsSync('/usr/sbin/nginx')) return
  console.warn('There is no nginx: no test tries the settings that the build writes for it.')
}

function debianInstalls(...names) {
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const runs = (...args) => succeeds(apt[0], [...apt.slice(1), ...args])
  runs('update')
  return runs('install', '-y', '--no-install-recommends', ...names)
}

/** Whether the browser is at one of these paths, or Playwright has its own build of it. */
function hasBrowser(name, ...paths) {
  if (paths.some((path) => existsSync(path))) return true
  const look = `import('@playwright/test').then(p => process.exit(require('fs').existsSync(p.${name}.executablePath()) ? 0 : 1))`
  return spawnSync('node_modules/.bin/node', ['-e', look]).status === 0
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

function run(command, args) {
  if (!succeeds(command, args)) process.exit(1)
}
