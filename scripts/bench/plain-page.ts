import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFiles } from '../build/compress.ts'
import { listFiles } from '../build/list-files.ts'

const style = `body{max-width:68ch;margin:2rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif;color:#222;background:#fbfaf5}
pre{overflow-x:auto;background:#f2efe6;padding:1rem}table{border-collapse:collapse}td,th{text-align:left;padding:.4rem .8rem .4rem 0}`

/** Writes the same lesson without scripts, classes and fonts, with a few inline styles, as the lower bound. */
export async function writePlainPage(builtPage: string, folder: string): Promise<void> {
  const html = readFileSync(builtPage, 'utf8')
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const mainHtml = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  const text = mainHtml
    .replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>|<!--[\s\S]*?-->/g, '')
    .replace(/ (?:class|data-[\w-]+|aria-[\w-]+)="[^"]*"/g, '')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>${text}</body></html>`,
  )
  await compressFiles(listFiles(folder).filter((file) => !/\.(br|gz)$/.test(file)))
}
