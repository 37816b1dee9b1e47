import { type Browser, chromium } from '@playwright/test'
import { browserOptions, widths } from './bench/browser.ts'
import { measureFirstSearch, measureNextLesson, measureOtherPage } from './bench/interaction.ts'
import { type LoadMetrics, measureLoad } from './bench/measure-load.ts'
import { median } from './bench/median.ts'
import { writePlainPage } from './bench/plain-page.ts'
import { startThrottledProxy, type ThrottledProxy } from './bench/throttled-proxy.ts'
import { startStaticServer } from './build/static-server.ts'
import { buildFolder, siteConfig } from './site-config.ts'

/**
 * `npm run bench [rounds]`: medians of first visits to the built site and, alternating with them, to a plain HTML page of the same
 * lesson (no script, a few inline styles), in Chromium with the CPU slowed down four times and a throttled connection;
 * then of the first interactions: search, and the next lesson. Run `npm run build` first, on an otherwise idle machine.
 */
const roundCount = Number(process.argv[2] ?? 5)
const lesson = 'internals/cgroups'
const goals = { largestPaint: 1.15, bytes: 260_000, blockingTime: 150, search: 600, next: 100, shift: 0.01 }

const plainFolder = '.cache/bench-plain'
await writePlainPage(`${buildFolder}/client/${lesson}/index.html`, plainFolder)
const servers = [
  await startStaticServer(`${buildFolder}/client`, { port: 0, base: siteConfig.base }),
  await startStaticServer(plainFolder, { port: 0 }),
] as const
const app = await startThrottledProxy(servers[0].address)
const plain = await startThrottledProxy(servers[1].address)
const browser = await chromium.launch(browserOptions)
try {
  console.log(`/${lesson}, median of ${roundCount}, 4× CPU, 1.6 Mbit/s, 150 ms round trip`)
  for (const [name, width] of Object.entries(widths))
    await compareLoads(browser, `${name}, ${width} px`, width)
  const address = `${app.address}${lesson}`
  const search = await medianOf(() => measureFirstSearch(browser, address))
  const next = await medianOf(() => measureNextLesson(browser, address, 'stays'))
  const immediateClick = await medianOf(() => measureNextLesson(browser, address, 'leaves'))
  const otherPage = await medianOf(() => measureOtherPage(browser, address))
  console.log('\nfirst interactions, milliseconds')
  print('first search', search, goals.search)
  print('next lesson', next, goals.next)
  print('next lesson, clicked at once', immediateClick)
  print('another page, after a hover', otherPage)
} finally {
  await browser.close()
  for (const each of [app, plain, ...servers]) await each.close()
}

async function compareLoads(on: Browser, title: string, width: number): Promise<void> {
  const loads = { app: [] as LoadMetrics[], plain: [] as LoadMetrics[] }
  const visit = (line: ThrottledProxy, path: string) => measureLoad(on, line, path, width)
  for (let round = 0; round < roundCount; round += 1) {
    loads.app.push(await visit(app, lesson))
    loads.plain.push(await visit(plain, ''))
  }
  const medianOfRounds = (which: keyof typeof loads, name: keyof LoadMetrics) =>
    median(loads[which].map((load) => load[name]))
  console.log(`\n${title}             app      plain`)
  for (const name of [
    'firstPaint',
    'largestPaint',
    'blockingTime',
    'layoutShift',
    'requests',
    'bytes',
  ] as const) {
    const digits = name === 'layoutShift' ? 4 : 0
    const numbers = [medianOfRounds('app', name), medianOfRounds('plain', name)].map((value) =>
      value.toFixed(digits).padStart(10),
    )
    console.log(`  ${name.padEnd(22)}${numbers.join('')}`)
  }
  print(
    'largest paint, app / plain',
    medianOfRounds('app', 'largestPaint') / medianOfRounds('plain', 'largestPaint'),
    goals.largestPaint,
    2,
  )
  print('blocking time, ms', medianOfRounds('app', 'blockingTime'), goals.blockingTime)
  print('bytes in ten seconds', medianOfRounds('app', 'bytes'), goals.bytes)
  print('layout shift', medianOfRounds('app', 'layoutShift'), goals.shift, 4)
}

function print(what: string, value: number, goal?: number, digits = 0): void {
  const comparison = goal === undefined ? '' : `  goal ${goal}: ${value <= goal ? 'met' : 'MISSED'}`
  console.log(`  ${what.padEnd(30)} ${value.toFixed(digits).padStart(8)}${comparison}`)
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const results: number[] = []
  for (let round = 0; round < roundCount; round += 1) results.push(await measure())
  return median(results)
}
