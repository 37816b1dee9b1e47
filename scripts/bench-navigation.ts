import { spawnSync } from 'node:child_process'
import { navigationOptimizations } from '#domain/navigation-optimizations.ts'

/**
 * `npm run bench:navigation [rounds]`: builds the complete site and runs the benchmark on it, then does the same for
 * builds that each omit one of the optimizations of navigation. An optimization that makes no difference to the reader
 * is not worth its code.
 */
for (const omitted of ['', ...navigationOptimizations]) {
  console.log(`\n══ ${omitted ? `without ${omitted}` : 'complete'}`)
  const env = { ...process.env, OMITTED_OPTIMIZATION: omitted, BUILD_FOLDER: '.cache/bench-navigation' }
  const steps = [
    ['npm', 'run', '--silent', 'build'],
    ['node', 'scripts/bench.ts', ...process.argv.slice(2)],
  ]
  for (const [command = '', ...args] of steps) {
    const isBuild = command === 'npm'
    const { status } = spawnSync(command, args, {
      env,
      stdio: ['ignore', isBuild ? 'ignore' : 'inherit', 'inherit'],
    })
    if (status !== 0) process.exit(1)
  }
}
