import { HeadlessMachine } from 'docker-in-browser/node'

/** `npm run lab:shell`: opens the labs’ machine in this terminal. Ctrl-] ends it. */
console.log('Starting the machine of the labs. Ctrl-] ends it.')
const machine = await HeadlessMachine.start()
machine.v86.onOutput((bytes) => process.stdout.write(bytes))
const fitToWindow = () => machine.v86.resize(process.stdout.columns ?? 80, process.stdout.rows ?? 24)
fitToWindow()
process.stdout.on('resize', fitToWindow)
if (process.stdin.isTTY) process.stdin.setRawMode(true)
machine.v86.write('\n')
for await (const bytes of process.stdin) {
  const keys = String(bytes)
  if (keys.includes('\x1d')) break
  machine.v86.write(keys)
}
machine.dispose()
process.exit(0)
