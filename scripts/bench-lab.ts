import { summarizeImage } from 'docker-in-browser/image'
import { HeadlessMachine, readImage, type TypedCommand } from 'docker-in-browser/node'

/**
 * `npm run bench:lab`: measures the labs’ machine under Node. Seconds depend on this computer’s load, instructions do
 * not. Commands are typed right at the first prompt, and on a second machine after all precompiled code is ready.
 */
const { manifest } = readImage()
const { firstDownload, total } = summarizeImage(manifest)
console.log(`first download  ${(firstDownload / 1e6).toFixed(1)} MB`)
console.log(`total           ${(total / 1e6).toFixed(1)} MB\n`)

let machine = await startMachine()
console.log('\nimmediately                      first                     again')
await measureTwice('docker ps', 'docker ps')
await measureTwice('docker run', 'docker run --rm busybox true')
machine.dispose()

machine = await startMachine()
const warmedUp = await waitUntilIdle()
console.log(`\nwarmed up for ${warmedUp}`.padEnd(34), 'first                     again')
await measureTwice('docker ps', 'docker ps')
await measureTwice('docker run', 'docker run --rm busybox true')
await machine.v86.writeFile(
  '/root/two/hello.c',
  text('#include <stdio.h>\nint main(void) { puts("hello"); }\n'),
)
await machine.v86.writeFile(
  '/root/two/Dockerfile',
  text(
    'FROM sdk:1.0 AS build\nCOPY hello.c .\nRUN cc -o /hello hello.c\nFROM scratch\nCOPY --from=build /hello /hello\nCMD ["/hello"]\n',
  ),
)
await measureTwice('two-stage build', 'docker build --no-cache -qt hello two')
await machine.v86.writeFile(
  '/root/pair/compose.yaml',
  text(
    'services:\n  web:\n    image: web:1.0\n    depends_on: { store: { condition: service_healthy } }\n  store:\n    image: valkey:9\n    healthcheck: { test: [CMD, valkey-cli, ping], interval: 3s, timeout: 20s }\n',
  ),
)
await machine.type('cd pair')
await measureTwice('compose up, two services', 'docker compose up -d --quiet-pull', 'docker compose down')
machine.dispose()
process.exit(0)

async function startMachine(): Promise<HeadlessMachine> {
  const begun = performance.now()
  const machine = await HeadlessMachine.start()
  console.log(`prompt after    ${formatSeconds(performance.now() - begun)}`)
  return machine
}

/** Waits until all precompiled code is ready and V8's compilers are idle. */
async function waitUntilIdle(): Promise<string> {
  const begun = performance.now()
  let used = process.cpuUsage()
  let isWarmingUp = true
  while (isWarmingUp) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const { user, system } = process.cpuUsage(used)
    used = process.cpuUsage()
    isWarmingUp = (machine.v86.emulator?.precompiledPages?.waiting ?? 0) > 0 || user + system > 500_000
  }
  return formatSeconds(performance.now() - begun)
}

async function measureTwice(name: string, command: string, after?: string): Promise<void> {
  const first = await machine.type(command)
  if (after) await machine.type(after)
  const again = await machine.type(command)
  if (after) await machine.type(after)
  console.log(`${name.padEnd(26)} ${formatResult(first).padStart(25)} ${formatResult(again).padStart(25)}`)
  if (first.exitCode !== 0) console.log(first.output)
}

function formatResult({ durationMillis, millionInstructions, exitCode }: TypedCommand): string {
  return `${exitCode === 0 ? '' : `exit ${exitCode} `}${formatSeconds(durationMillis)} ${millionInstructions.toFixed(0).padStart(6)} M`
}

function formatSeconds(durationMillis: number): string {
  return `${(durationMillis / 1000).toFixed(1)} s`
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}
