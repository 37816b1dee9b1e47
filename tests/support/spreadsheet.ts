import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const libreOffice = '/usr/bin/soffice'

/** `npm test` installs LibreOffice where it can. */
export const hasSpreadsheet = existsSync(libreOffice)

export type SpreadsheetCell = { type: string; text: string; formula?: string }

/** Import settings of LibreOffice: the separators, and the number of the language. */
export type ImportSettings = { separators: string; language: number }

/** The cells of these files after an import into LibreOffice with the defaults of its dialog. */
export function openInLibreOffice(files: readonly string[], reading: ImportSettings): SpreadsheetCell[][][] {
  const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  try {
    const paths = files.map((csv, at) => {
      const path = join(folder, `${at}.csv`)
      writeFileSync(path, csv)
      return path
    })
    const words = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...['--convert-to', 'fods'],
      `--infilter=${filterOf(reading)}`,
      ...['--outdir', folder],
      ...paths,
    ]
    const { status, stderr } = spawnSync(libreOffice, words, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`)
    return files.map((_, at) => cellsOf(readFileSync(join(folder, `${at}.fods`), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Separators, quotation mark, UTF-8, first line, columns, language, quoted text as text, numbers recognized. */
function filterOf({ separators, language }: ImportSettings): string {
  const codes = [...separators].map((separator) => separator.charCodeAt(0))
  return `CSV:${codes.join('/')},34,76,1,,${language},false,true`
}

function cellsOf(document: string): SpreadsheetCell[][] {
  const rows = document.matchAll(/<table:table-row\b[^>]*?(?:\/>|>(.*?)<\/table:table-row>)/gs)
  return [...rows].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
      ([, attributes = '', content = '']) => {
        const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
        const formula = attribute('table:formula')
        const value = attribute('office:value') ?? attribute('office:date-value')
        return {
          type: attribute('office:value-type') ?? 'empty',
          text: unescaped(value ?? content.replace(/<[^>]*>/g, '').trim()),
          ...(formula !== undefined && { formula }),
        }
      },
    ),
  )
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '')
}
