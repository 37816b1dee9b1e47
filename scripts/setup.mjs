/**
 * First step of `npm start` and `npm test`: installs what is missing. Plain JavaScript that runs on
 * Node 20, because the pinned Node (the npm package `node`) is among what it installs.
 * With `--browser` it also finds a Chromium for the end-to-end tests, or installs one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  // Not npm ci: it refuses a lock file where a registry lacks the optional packages of some platforms. npm
  // install follows the same lock file, and --no-save leaves it as it is.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
}
if (!existsSync('node_modules/.bin/node') || !existsSync(pinnedNode())) {
  console.error(
    'The pinned Node was not installed. Allow the install script of the package "node", then run npm ci again.',
  )
  process.exit(1)
}
if (process.argv.includes('--browser')) ensureBrowser()

function pinnedNode() {
  const manifest = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8'))
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin.node
  return `node_modules/node/${bin}`
}

/** A Chromium that is there already wins; else Playwright's own; else Debian's package. */
function ensureBrowser() {
  if (hasBrowser()) return
  console.log('No Chromium found. Trying Playwright’s own download.')
  if (tries('node_modules/.bin/playwright', ['install', 'chromium']) && hasBrowser()) return
  console.log('That did not work. Trying Debian’s package.')
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...words) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...words]
    return tries(command, rest)
  }
  apt('update')
  if (apt('install', '-y', '--no-install-recommends', 'chromium') && hasBrowser()) return
  console.error('No Chromium could be installed. Install one as /usr/bin/chromium, then run npm test again.')
  process.exit(1)
}

function hasBrowser() {
  if (existsSync('/usr/bin/chromium')) return true
  const found = spawnSync('node_modules/.bin/node', [
    '-e',
    "import('@playwright/test').then(p => process.exit(require('fs').existsSync(p.chromium.executablePath()) ? 0 : 1))",
  ])
  return found.status === 0
}

function tries(command, words) {
  return spawnSync(command, words, { stdio: 'inherit' }).status === 0
}

function run(command, words) {
  if (!tries(command, words)) process.exit(1)
}
