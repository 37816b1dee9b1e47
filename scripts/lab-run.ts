import { readFileSync } from 'node:fs'
import { HeadlessMachine } from 'docker-in-browser/node'

/**
 * `node scripts/lab-run.ts 'docker ps' 'docker run --rm busybox true'`, or commands on standard input, one per line:
 * types them into a fresh machine and prints what the learner would see, with time and guest instructions.
 */
const commands = process.argv.slice(2)
const text = commands.length > 0 ? commands.join('\n') : readFileSync(0, 'utf8')
const machine = await HeadlessMachine.start()
for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
  const { output, exitCode, durationMillis, millionInstructions } = await machine.type(line)
  console.log(`root@lab# ${output.replace(/\n?[^\n]*$/, '')}`)
  console.log(
    `   ── exit ${exitCode}, ${(durationMillis / 1000).toFixed(1)} s, ${millionInstructions.toFixed(0)} million instructions`,
  )
}
machine.dispose()
process.exit(0)
