import { chromium } from '@playwright/test'
import { browserOptions } from './bench/browser.ts'
import { measureNextLesson, measureSearch } from './bench/interaction.ts'
import { type Load, measureLoad } from './bench/load.ts'
import { median } from './bench/median.ts'
import { writePlainPage } from './bench/plain-page.ts'
import { serveFolder } from './build/static-server.ts'
import { site } from './site.ts'

/**
 * `npm run bench [rounds]`: the built site against a plain HTML page of the same lesson (no script, one
 * small style sheet), served alike, in Chromium at 4× CPU and 1.6 Mbit/s, taken in turns, medians. Then
 * the time from click to the next lesson painted and from typing to search results, at 4× CPU with the
 * network as it is. Run `npm run build` before.
 */
const rounds = Number(process.argv[2] ?? 5)
const lesson = 'internals/cgroups'
const plainFolder = '.cache/bench-plain'
writePlainPage(`build/client/${lesson}/index.html`, plainFolder)

const app = await serveFolder('build/client', { port: 0, base: site.base })
const plain = await serveFolder(plainFolder, { port: 0 })
const browser = await chromium.launch(browserOptions)
try {
  const loads: Record<'app' | 'plain', Load[]> = { app: [], plain: [] }
  for (let round = 0; round < rounds; round += 1) {
    loads.app.push(await measureLoad(browser, `${app.address}${lesson}`))
    loads.plain.push(await measureLoad(browser, plain.address))
  }
  printLoads(loads.app, loads.plain)
  const next = await times(rounds, () => measureNextLesson(browser, `${app.address}${lesson}`, 'stays'))
  const atOnce = await times(rounds, () => measureNextLesson(browser, `${app.address}${lesson}`, 'leaves'))
  const search = await times(rounds, () => measureSearch(browser, `${app.address}${lesson}`))
  console.log(`\nclick to next lesson painted  ${median(next).toFixed(0)} ms (goal: at most 100)`)
  console.log(`the same, at once after load  ${median(atOnce).toFixed(0)} ms`)
  console.log(`typing to search results      ${median(search).toFixed(0)} ms`)
} finally {
  await browser.close()
  await app.close()
  await plain.close()
}

function printLoads(ours: Load[], theirs: Load[]): void {
  console.log(`/${lesson}, median of ${ours.length}, 4× CPU, 1.6 Mbit/s, 150 ms round trip\n`)
  console.log('measure                      app      plain    ratio')
  for (const name of Object.keys(ours[0] ?? {}) as (keyof Load)[]) {
    const app = median(ours.map((load) => load[name]))
    const plain = median(theirs.map((load) => load[name]))
    const digits = name === 'layoutShift' ? 4 : 0
    const ratio = plain > 0 ? (app / plain).toFixed(2) : '–'
    console.log(
      `${name.padEnd(24)} ${app.toFixed(digits).padStart(8)} ${plain.toFixed(digits).padStart(10)} ${ratio.padStart(8)}`,
    )
  }
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const results: number[] = []
  for (let round = 0; round < count; round += 1) results.push(await measure())
  return results
}
