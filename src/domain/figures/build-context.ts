import { type FigureState, formatList } from './figure-state.ts'
import { formatSize } from './format-size.ts'
import { decidingRule, type IgnoreRule, isSent, parseIgnoreFile } from './ignore-file.ts'

/** Plate 3.3: which files of a small project `COPY . .` gets, for any `.dockerignore`. The value is the file's text. */
export type ContextFile = { path: string; bytes: number; isSent: boolean; rule: IgnoreRule | undefined }

export type BuildContext = {
  rules: IgnoreRule[]
  files: ContextFile[]
  bytes: number
  invalidLine: { line: number; text: string } | undefined
}

const project: readonly (readonly [path: string, bytes: number])[] = [
  ['.env', 24],
  ['.git/HEAD', 21],
  ['.git/objects/4b/825d', 21_400_000],
  ['Dockerfile', 58],
  ['README.md', 14],
  ['api/.env', 24],
  ['api/.env.example', 12],
  ['api/node_modules/lib.bin', 2_097_152],
  ['docs/setup.md', 640],
  ['keys/dev.pem', 1704],
  ['node_modules/library.bin', 8_388_608],
  ['src/main.sh', 18],
  ['src/main.test.sh', 96],
]

export const projectPaths = project.map(([path]) => path)

/** Lines that a reader can add and remove with one click. */
export const ignoreLines = [
  '.git',
  'node_modules',
  '**/node_modules',
  '.env',
  '**/.env*',
  '*',
  '!src',
  '!**/.env.example',
] as const

/** A project without rules has no `.dockerignore`, which would otherwise be sent too. */
export function contextOf(ignoreText: string): BuildContext {
  const { rules, invalidLine } = parseIgnoreFile(ignoreText)
  const all = ignoreText === '' ? project : [['.dockerignore', ignoreText.length] as const, ...project]
  const files = all.map(([path, bytes]) => {
    const rule = invalidLine ? undefined : decidingRule(rules, path)
    return { path, bytes, rule, isSent: !invalidLine && isSent(rule) }
  })
  const bytes = files.reduce((sum, file) => sum + (file.isSent ? file.bytes : 0), 0)
  return { rules, files, bytes, invalidLine }
}

export function hasLine(ignoreText: string, line: string): boolean {
  return ignoreText.split('\n').includes(line)
}

/** A new line is added at the end, where it has priority over all others. */
export function toggleLine(ignoreText: string, line: string): string {
  const lines = ignoreText.split('\n').filter((each) => each !== '')
  const toggled = hasLine(ignoreText, line) ? lines.filter((each) => each !== line) : [...lines, line]
  return toggled.join('\n')
}

export function describeContext(ignoreText: string): string {
  const { rules, files, bytes, invalidLine } = contextOf(ignoreText)
  if (invalidLine)
    return `The builder can’t read line ${invalidLine.line}, \`${invalidLine.text}\`, and builds nothing.`
  const sent = files.filter((file) => file.isSent).length
  const total = `\`COPY . .\` gets ${sent} of ${files.length} files, ${formatSize(bytes)}.`
  if (ignoreText === '')
    return `No \`.dockerignore\`: ${total} Both \`.env\` files and the key are among them.`
  const effectsOf = (isException: boolean, verb: string) => {
    const effects = rules
      .filter((rule) => rule.isException === isException)
      .map(({ line }) => ({ line, decided: files.filter((file) => file.rule?.line === line) }))
      .filter(({ decided }) => decided.length > 0)
      .map(
        ({ line, decided }, index) => `line ${line} ${index === 0 ? `${verb} ` : ''}${formatPaths(decided)}`,
      )
    return effects.length === 0 ? [] : [`${effects.join(', ')}.`.replace(/^l/, 'L')]
  }
  return [total, ...effectsOf(false, 'keeps out'), ...effectsOf(true, 'lets in')].join(' ')
}

const maxListedPaths = 3

function formatPaths(files: readonly ContextFile[]): string {
  if (files.length > maxListedPaths) return `${files.length} files`
  return formatList(files.map(({ path }) => `\`${path}\``))
}

const states = [
  ['nothing', 'No list', []],
  ['names', 'Names', ['.git', 'node_modules', '.env']],
  ['everywhere', 'At every depth', ['.git', '**/.env*', '**/*.pem', '**/node_modules']],
  ['exception', 'Exception', ['.git', '**/.env*', '**/*.pem', '**/node_modules', '!**/.env.example']],
  ['allow', 'Allow list', ['*', '!api', '!src', '**/.env', '**/node_modules']],
] as const

export const figureStates: FigureState<string>[] = states.map(([id, label, lines]) => {
  const value = lines.join('\n')
  return { id, label, value, description: describeContext(value) }
})
