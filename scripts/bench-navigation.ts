import { spawnSync } from 'node:child_process'
import { navigationPieces } from '#domain/navigation-pieces.ts'

/**
 * `npm run bench:navigation [rounds]`: the benchmark of the whole site, then of builds that each leave out one of the
 * pieces that make navigation fast. What changes nothing for the reader does not pay for itself.
 */
for (const leftOut of ['', ...navigationPieces]) {
  console.log(`\n══ ${leftOut ? `without ${leftOut}` : 'complete'}`)
  const env = { ...process.env, LEFT_OUT: leftOut, BUILD_FOLDER: '.cache/bench-navigation' }
  const steps = [
    ['npm', 'run', '--silent', 'build'],
    ['node', 'scripts/bench.ts', ...process.argv.slice(2)],
  ]
  for (const [command = '', ...words] of steps) {
    const isBuild = command === 'npm'
    const { status } = spawnSync(command, words, {
      env,
      stdio: ['ignore', isBuild ? 'ignore' : 'inherit', 'inherit'],
    })
    if (status !== 0) process.exit(1)
  }
}
