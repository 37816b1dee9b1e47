import { spawnSync } from 'node:child_process'
import { navigationPieces } from '#domain/navigation-pieces.ts'

/**
 * `npm run bench:navigation [rounds]`: builds the complete site and runs the benchmark on it, then does the same for
 * builds that each omit one of the optimizations of navigation. An optimization that makes no difference to the reader
 * is not worth its code.
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
